# ruff: noqa
"""Writes p-cv-arthistory.docx: a curator's CV with tabs, heading styles and line breaks."""

from pathlib import Path

from docx import Document
from docx.shared import Inches, Pt

doc = Document()
doc.styles["Normal"].font.name = "Garamond"
doc.styles["Normal"].font.size = Pt(11)


def line(text: str, italic: str = "", tail: str = "", style: str | None = None) -> None:
    p = doc.add_paragraph(style=style)
    p.paragraph_format.tab_stops.add_tab_stop(Inches(1.1))
    p.paragraph_format.left_indent = Inches(1.1)
    p.paragraph_format.first_line_indent = Inches(-1.1)
    p.add_run(text)
    if italic:
        p.add_run(italic).italic = True
    p.add_run(tail)


doc.add_heading("Itzel Ibarra Quiñones", level=0)
doc.add_paragraph(
    "Curator and art historian\nMexico City | itzel.ibarra@esteticas.unam.mx | +52 55 5555 0143\nwww.itzelibarra.mx"
)

doc.add_heading("Education", level=1)
line(
    "2014\tPhD History of Art, The Courtauld Institute of Art, London\n",
    "Feather, Wax, Gold: Devotional Objects in New Spain, 1540–1650",
    "\nSupervised by Dr Margaret Oakeshott-Lane",
)
line("2008\tMA History of Art (Distinction), University of Essex")
line("2006\tLicenciatura en Historia, Universidad Nacional Autónoma de México (UNAM)")

doc.add_heading("Professional experience", level=1)
line("2019–\tInvestigadora Titular A, Instituto de Investigaciones Estéticas, UNAM, Mexico City")
line(
    "2015–19\tAssociate Curator of Latin American Art, Museum of Fine Arts, Houston\nCo-founded the museum’s Indigenous Materials Study Group with conservator Ruth Pelletier"
)
line("2014–15\tAndrew W. Mellon Curatorial Fellow, Philadelphia Museum of Art")
line("2008–9\tCuratorial assistant, Museo Franz Mayer")

doc.add_heading("Exhibitions", level=1)
line("2023\t", "Luz de cera", ", Museo Nacional de Arte, Mexico City (curator)")
line(
    "2018\t",
    "Winged: Featherwork across the Americas",
    ", Museum of Fine Arts, Houston (co-curator with Thomas Aldergate)",
)

doc.add_heading("Publications", level=1)
doc.add_heading("Books and catalogues", level=2)
line(
    "2020\t",
    "Feather, Wax, Gold: Materials of Devotion in New Spain.",
    " University Park: Penn State University Press",
)
line(
    "2018\t",
    "Winged: Featherwork across the Americas.",
    " Exh. cat. With Thomas Aldergate. Houston: Museum of Fine Arts, Houston / New Haven: Yale University Press",
)
doc.add_heading("Articles", level=2)
line("2022\t‘The Wax Saints of Puebla’, ", "Art History", " 45/3, pp. 548–575")
line(
    "2019\t‘El brillo y la fe: notas sobre la plumaria del siglo XVI’, ",
    "Anales del Instituto de Investigaciones Estéticas",
    ", vol. XLI, núm. 114",
)
line(
    "2016\twith R. Pelletier and J. Okonjo, ‘Identifying Hummingbird Feathers on a Sixteenth-Century Mitre’, ",
    "Studies in Conservation",
    " 61/5, pp. 271–83",
)
line(
    "2025\t‘Beeswax as Border’, in ",
    "The Routledge Companion to Colonial Materials",
    ", ed. H. Santangelo (forthcoming)",
)
doc.add_heading("Reviews", level=2)
line("2017\tReview of “Painted in Mexico”, ", "The Burlington Magazine", " 159")

doc.add_heading("Grants and prizes", level=1)
line("2021\tCharles Rufus Morey Book Award (finalist), College Art Association")
line("2020\tSistema Nacional de Investigadores, Nivel I")
line("2010–13\tCONACYT doctoral scholarship")
line("2009\tAssociation of Art Historians Dissertation Prize")

doc.add_heading("Teaching", level=1)
doc.add_paragraph("Posgrado en Historia del Arte, UNAM: Materialidad y técnica (2020–)", style="List Bullet")
doc.add_paragraph("Guest lecturer, Rice University, spring 2017", style="List Bullet")

doc.add_heading("Languages", level=1)
doc.add_paragraph("Spanish, English, French, reading Nahuatl")

doc.save(Path(__file__).resolve().parent.parent / "p-cv-arthistory.docx")
