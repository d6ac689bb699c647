"""Validates SKOS in Turtle with rdflib and pyshacl, and prints what it finds and reads."""

import json
import sys
from pathlib import Path

from pyshacl import validate
from rdflib import DCTERMS, RDF, SKOS, Graph, URIRef

graph = Graph().parse(sys.argv[1])
shapes = Graph().parse(Path(__file__).with_suffix(".ttl"))
conforms, _, report = validate(graph, shacl_graph=shapes, meta_shacl=True, allow_warnings=False)
(scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)


def said(concept, predicate):
    return sorted(str(value) for value in graph.objects(concept, predicate))


concepts = [
    {
        "iri": str(concept),
        "notation": said(concept, SKOS.notation),
        "prefLabel": said(concept, SKOS.prefLabel),
        "altLabel": said(concept, SKOS.altLabel),
        "source": said(concept, DCTERMS.source),
    }
    for concept in graph.objects(scheme, SKOS.hasTopConcept)
]
bad = [
    str(term) for triple in graph for term in triple if isinstance(term, URIRef) and " " in term
]
json.dump({"conforms": conforms, "report": report, "bad": bad, "concepts": concepts}, sys.stdout)
