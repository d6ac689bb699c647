"""The framework documents, written out by hand from the source text."""

from tipdata import YearMeaning

D, P, N = YearMeaning.DATED, YearMeaning.PERIOD, YearMeaning.NAMED
PERSONS = "Trafficking in Persons"
WOMEN = "Especially Women and Children"
ECOWAS = ("ECOWAS", "ECCAS")
BALI = ("Bali Process",)
KHARTOUM = ("Khartoum Process",)

# Whose it is, its title, its symbol; each year: the first, the last, the meaning, as printed.
DOCUMENTS = [
    (
        ("UN",),
        f"Protocol to Prevent, Suppress and Punish {PERSONS}, {WOMEN}, Supplementing"
        " the United Nations Convention Against Transnational Organized Crime",
        "A/RES/55/25",
        [(2000, 2000, D, "2000")],
    ),
    (
        ("UN",),
        f"United Nations Global Plan of Action to Combat {PERSONS}",
        "A/RES/64/293",
        [(2010, 2010, D, "2010")],
    ),
    (
        ("AU",),
        f"Ouagadougou Action Plan to Combat Trafficking in Human Beings, {WOMEN}",
        None,
        [(2006, 2006, D, "2006")],
    ),
    (("AU",), "AU Commission Initiative against Trafficking Campaign (AU.COMMIT)", None, []),
    (
        KHARTOUM,
        "Khartoum Declaration on AU-Horn of Africa Initiative on Human Trafficking"
        " and Smuggling of Migrants",
        None,
        [],
    ),
    (
        KHARTOUM,
        "Declaration of the Ministerial Conference of the Khartoum Process",
        None,
        [(2014, 2014, D, "2014")],
    ),
    (KHARTOUM, "Valletta Summit Action Plan", None, [(2015, 2015, D, "2015")]),
    (KHARTOUM, "Valletta Summit Political Declaration", None, [(2015, 2015, D, "2015")]),
    (
        KHARTOUM,
        "EU-Africa Action Plan on Migration and Mobility",
        None,
        [(2014, 2017, P, "2014-2017")],
    ),
    (
        ("ASEAN",),
        f"ASEAN Declaration Against {PERSONS}, Particularly Women and Children",
        None,
        [(2004, 2004, D, "2004")],
    ),
    (
        ("ASEAN",),
        f"ASEAN Convention Against {PERSONS}, {WOMEN}",
        None,
        [(2015, 2015, D, "2015")],
    ),
    (
        ("ASEAN",),
        f"ASEAN Plan of Action Against {PERSONS}, {WOMEN}",
        None,
        [(2015, 2015, D, "2015")],
    ),
    (
        BALI,
        "Co Chairs' Statements of the first (2002), second (2003), third (2009),"
        " fourth (2011), fifth (2013), and sixth (2016) Bali Regional Ministerial Conference"
        " On People Smuggling, Trafficking In Persons And Related Transnational Crime",
        None,
        [(year, year, D, str(year)) for year in (2002, 2003, 2009, 2011, 2013, 2016)],
    ),
    (
        BALI,
        f"Bali Process Working Group on {PERSONS} - Updated Forward Work Plan: 2015-17",
        None,
        [(2015, 2017, P, "2015-17")],
    ),
    (
        ("CIS",),
        f"Agreement on the Cooperation of the CIS Member States in Combating {PERSONS},"
        " Human Organs and Tissues",
        None,
        [(2005, 2005, D, "2005")],
    ),
    (
        ("CIS",),
        f"Program of Cooperation between the CIS Member States against {PERSONS} for 2014–2018",
        None,
        [(2014, 2018, P, "2014–2018")],
    ),
    (
        ("COMMIT",),
        "COMMIT Memorandum of Understanding on Cooperation Against Trafficking"
        " in Greater Mekong Sub-Region",
        None,
        [(2004, 2004, D, "2004")],
    ),
    (
        ("COMMIT",),
        "COMMIT 3rd Sub-Regional Plan of Action (COMMIT SPAIII, 2011-2013)",
        None,
        [(2011, 2013, P, "2011-2013")],
    ),
    (
        ("CBSS",),
        "A Vision for the Baltic Sea region by 2020, CBSS Summit 2010",
        None,
        [(2020, 2020, YearMeaning.TARGET, "by 2020"), (2010, 2010, N, "2010")],
    ),
    (
        ("CBSS",),
        "Human Trafficking 2016 – Baltic Sea Round-up Report",
        None,
        [(2016, 2016, N, "2016")],
    ),
    (
        ("COE",),
        "COE Convention on Action Against Trafficking in Human Beings",
        None,
        [(2005, 2005, D, "2005")],
    ),
    (
        ECOWAS,
        f"ECOWAS Initial Plan of Action against {PERSONS}",
        None,
        [
            (2002, 2003, P, "2002-2003"),
            (2003, 2011, YearMeaning.EXTENDED, "extended until 2011"),
        ],
    ),
    (
        ECOWAS,
        f"Joint ECOWAS/ECCAS Regional Plan of Action to Combat {PERSONS},"
        " especially Women and Children",
        None,
        [(2006, 2008, P, "2006-2008")],
    ),
    (
        ("EU",),
        "EU Strategy towards the Eradication of Trafficking in Human Beings",
        None,
        [(2012, 2016, P, "2012-2016")],
    ),
    (
        ("LAS",),
        f"Arab Framework Act on Combating {PERSONS}",
        None,
        [(2008, 2008, D, "2008")],
    ),
    (("LAS",), f"Arab Initiative to Combat {PERSONS}", None, [(2010, 2010, D, "2010")]),
    (
        ("LAS",),
        "Comprehensive Arab Strategy for Combating Trafficking in Human Beings (CASCTHB),"
        " Council of Arab Ministers of Justice Resolution 15/2/2012",
        "15/2/2012",
        [(2012, 2012, YearMeaning.SYMBOL, "15/2/2012")],
    ),
    (
        ("OAS",),
        f"Work Plan to Combat {PERSONS} in the Western Hemisphere 2010-2012",
        "AG/RES. 2551 (XL-O/10)",
        [(2010, 2012, P, "2010-2012")],
    ),
    (
        ("OAS",),
        f"Second Work Plan against {PERSONS} in the Western Hemisphere 2015-2018",
        "RTP-IV/doc.4/14 rev. 1",
        [(2015, 2018, P, "2015-2018")],
    ),
    (
        ("OAS",),
        f"Inter-American Declaration against {PERSONS} “Declaration of Brasilia”",
        None,
        [(2014, 2014, D, "2014")],
    ),
    (
        ("OAS",),
        f"Hemispheric Efforts against {PERSONS} “Declaration of Mexico”",
        None,
        [(2018, 2018, D, "2018")],
    ),
    (
        ("OIC",),
        "Charter of the Organization of the Islamic Conference",
        None,
        [(2008, 2008, D, "2008")],
    ),
    (
        ("OSCE",),
        "OSCE Action Plan to Combat Trafficking in Human Beings",
        None,
        [(2003, 2003, D, "2003")],
    ),
    (
        ("OSCE",),
        "Platform for Action Against Human Trafficking",
        None,
        [(2007, 2007, D, "2007")],
    ),
    (
        ("OSCE",),
        "Decision No. 1107 Addendum to the OSCE Action Plan to Combat Trafficking"
        " in Human Beings, Decision No. 1107",
        "Decision No. 1107",
        [(2013, 2013, D, "6 December (2013)")],
    ),
    (
        ("OSCE",),
        "OSCE Parliament Assembly Resolution on Responsibility To Combat Human Trafficking"
        " in Government Contracts For Goods And Services",
        None,
        [(2015, 2015, D, "2015")],
    ),
    (
        ("RCM",),
        "Regional Conference on Migration Plan of Action",
        None,
        [(2009, 2009, YearMeaning.UPDATED, "updated in 2009")],
    ),
    (
        ("SADC",),
        f"SADC Strategic Plan of Action on Combating {PERSONS}, especially women and Children",
        None,
        [(2009, 2019, P, "2009-2019")],
    ),
    (
        ("SAARC",),
        "SAARC Convention on Preventing and Combating Trafficking in Women and Children"
        " for Prostitution",
        None,
        [(2002, 2002, D, "2002")],
    ),
]
