"""An HTML table, taken apart: what a browser would make of it."""

from html.parser import HTMLParser

HOSTILE = """<script>alert("1 & 2")</script> 'x' &amp; </td>"""


class Page(HTMLParser):
    """Takes an HTML table apart; fails where an element is not closed in its place."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.addresses, self.rows, self.caption = [], [], [], [], ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag != "br":
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append([tag, dict(attrs).get("scope"), ""])
        if tag == "a":
            self.addresses.append(dict(attrs)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "caption" in self.open:
            self.caption += data
        elif {"th", "td"} & set(self.open):
            self.rows[-1][-1][2] += data
        else:
            assert not data.strip(), data

    @property
    def texts(self):
        return [[text for _, _, text in row] for row in self.rows]
