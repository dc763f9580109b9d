# Reads PDFs, whose paths come in as JSON, and says what they are and what is wrong with them.
import json
import sys

import outloud
import pdfua
import pikepdf


def headings(element, found):
    if isinstance(element, pikepdf.Array):
        for kid in element:
            headings(kid, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append(str(element.S)[1:])
        if "/K" in element:
            headings(element.K, found)
    return found


def look(path):
    rules = pdfua.validate(path)
    sound = outloud.check(path)
    with pikepdf.open(path) as pdf:
        with pdf.open_outline() as outline:
            def titles(items):
                return [[item.title, titles(item.children)] for item in items]
            bookmarks = titles(outline.root)
        links = [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.get("/Subtype") == "/Link" and "/URI" in note.get("/A", {})
        ]
        return {
            "problems": [f"{at.rule_id}: {at.message}" for at in rules.findings]
            + [f"{at.rule}: {at.message}" for at in sound.findings if at.severity != "info"]
            + ([sound.error] if sound.error else []),
            "language": str(pdf.Root.get("/Lang")),
            "title": str(pdf.docinfo.get("/Title")),
            "author": str(pdf.docinfo.get("/Author")),
            "conforms": "pdfuaid" in pdf.Root.Metadata.read_bytes().decode(),
            "bookmarks": bookmarks,
            "tags": headings(pdf.Root.StructTreeRoot.K, []),
            "links": links,
        }


print(json.dumps([look(path) for path in json.load(sys.stdin)]))
