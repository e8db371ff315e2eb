# ruff: noqa
"""Writes p-cv-nursing.docx: a nursing CV as Word users make it (tables for dates, bold heads, tabs)."""

from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches, Pt

doc = Document()
doc.styles["Normal"].font.name = "Times New Roman"
doc.styles["Normal"].font.size = Pt(11)


def head(text: str) -> None:
    p = doc.add_paragraph()
    r = p.add_run(text)
    r.bold = True
    r.underline = True


def rows(entries: list[tuple[str, ...]], widths: tuple[float, ...], header: tuple[str, ...] = ()) -> None:
    table = doc.add_table(rows=0, cols=len(widths))
    if header:
        table.style = "Table Grid"
    for n, entry in enumerate([header, *entries] if header else entries):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, entry, widths):
            cell.width = Inches(width)
            run = cell.paragraphs[0].add_run(text)
            run.bold = bool(header) and n == 0
    doc.add_paragraph()


def para(*runs: tuple[str, str]) -> None:
    p = doc.add_paragraph()
    p.paragraph_format.left_indent = Inches(0.5)
    p.paragraph_format.first_line_indent = Inches(-0.5)
    for text, form in runs:
        r = p.add_run(text)
        r.bold = "b" in form
        r.italic = "i" in form


p = doc.add_paragraph()
p.alignment = WD_ALIGN_PARAGRAPH.CENTER
p.add_run("CURRICULUM VITAE").bold = True
p = doc.add_paragraph()
p.alignment = WD_ALIGN_PARAGRAPH.CENTER
r = p.add_run("Grace Adaeze Nwachukwu, PhD, RN, FAAN")
r.bold = True
r.font.size = Pt(14)
p = doc.add_paragraph()
p.alignment = WD_ALIGN_PARAGRAPH.CENTER
p.add_run(
    "University of Alabama at Birmingham School of Nursing\nNB 487, 1701 University Blvd., Birmingham, AL 35294\n(205) 555-0164   gnwachukwu@uab.edu"
)

head("EDUCATION")
rows(
    [
        ("PhD", "University of Pittsburgh", "Nursing", "2012"),
        ("MSN", "Emory University", "Adult/Gerontology Acute Care NP", "2005"),
        ("BNSc", "University of Ibadan, Nigeria", "Nursing", "1999"),
    ],
    (1.0, 2.6, 2.2, 0.8),
    ("Degree", "Institution", "Field", "Year"),
)
para(
    ("Dissertation: ", "b"),
    ("Symptom clusters and self-management in adults with sickle cell disease ", ""),
    ("(Chair: Donna Mae Prichard, PhD, RN)", ""),
)

head("ACADEMIC APPOINTMENTS")
rows(
    [
        (
            "2020 – present",
            "Professor and PhD Program Director, School of Nursing, University of Alabama at Birmingham, Birmingham, AL",
        ),
        ("2016 – 2020", "Associate Professor, School of Nursing, University of Alabama at Birmingham"),
        ("2012 – 2016", "Assistant Professor, Duquesne University School of Nursing, Pittsburgh, PA"),
    ],
    (1.3, 5.2),
)
head("CLINICAL EXPERIENCE")
rows(
    [
        (
            "2005 – 2009",
            "Acute Care Nurse Practitioner, Georgia Comprehensive Sickle Cell Center, Grady Memorial Hospital, Atlanta, GA",
        ),
        ("2001 – 2005", "Staff Nurse, Medical-Surgical ICU, Grady Memorial Hospital"),
        ("1999 – 2000", "Nursing Officer II, University College Hospital, Ibadan"),
    ],
    (1.3, 5.2),
)

head("LICENSURE")
doc.add_paragraph("Alabama RN 1-148830, exp. 12/31/2026")

head("HONORS AND AWARDS")
for line in (
    "2023\tSouthern Nursing Research Society Distinguished Researcher Award",
    "2018\tFellow, American Academy of Nursing",
    "2015\tNew Investigator Award, International Society of Nurses in Genetics",
    "1999\tBest Graduating Student, Department of Nursing, University of Ibadan",
):
    doc.add_paragraph(line)

head("RESEARCH SUPPORT")
doc.add_paragraph(
    "R01NR018442 (Nwachukwu, PI) 07/2019 – 04/2025\nNIH/NINR $2,871,540\nPain and sleep self-management in emerging adults with sickle cell disease (“SleepSCD”)"
)

head("PUBLICATIONS (*mentored student)")
p = doc.add_paragraph()
p.add_run("Peer-Reviewed").italic = True
para(
    ("*Tillery, K. D., & ", ""),
    ("Nwachukwu, G. A.", "b"),
    (" (2024). Stigma in the emergency department as told by adults with sickle cell disease. ", ""),
    ("Pain Management Nursing, 25", "i"),
    ("(2), 134–141. https://doi.org/10.1016/j.pmn.2023.11.006", ""),
)
para(
    ("Nwachukwu, G. A.", "b"),
    (
        ", Prichard, D. M., & Obeng-Sarkodie, K. (2022). Actigraphy and pain diaries in emerging adults: A feasibility study. ",
        "",
    ),
    ("Nursing Research, 71", "i"),
    ("(5), 380–389.", ""),
)
para(
    ("*Lathan, R., *Tillery, K. D., ", ""),
    ("Nwachukwu, G. A.", "b"),
    (", & Brantley, M. (2021). Transition from pediatric to adult sickle cell care in the Deep South. ", ""),
    ("Journal of Transcultural Nursing, 32", "i"),
    ("(4), 410–418.", ""),
)
para(
    ("Nwachukwu, G. A.", "b"),
    (", & Prichard, D. M. (2014). Symptom clusters in adults with sickle cell disease. ", ""),
    ("Western Journal of Nursing Research, 36", "i"),
    ("(9), 1162-1181.", ""),
)
p = doc.add_paragraph()
p.add_run("In Press").italic = True
para(
    ("Brantley, M., & ", ""),
    ("Nwachukwu, G. A.", "b"),
    (" (in press). Peer coaching by text message. ", ""),
    ("Journal of Nursing Scholarship", "i"),
    (".", ""),
)
p = doc.add_paragraph()
p.add_run("Book Chapters").italic = True
para(
    ("Nwachukwu, G. A.", "b"),
    (" (2019). Sickle cell disease. In P. Lindahl & C. Etheridge (Eds.), ", ""),
    ("Acute care nursing of adults", "i"),
    (" (4th ed., pp. 702–719). Springer.", ""),
)

head("DISSERTATION COMMITTEES (CHAIR)")
rows(
    [
        ("2021", "Kimberly D. Tillery, PhD", "Emergency department stigma"),
        ("2023", "Rashad Lathan, PhD", "Transition readiness"),
        ("in progress", "Hye-jin Moon, MSN", "Opioid tapering"),
    ],
    (1.0, 2.6, 2.9),
)

head("SERVICE")
doc.add_paragraph("NIH Center for Scientific Review, ad hoc member, 2021, 2023", style="List Bullet")
doc.add_paragraph("Editorial Board, Nursing Research, 2019 – present", style="List Bullet")
section = doc.sections[0]
section.footer.paragraphs[0].text = "Nwachukwu CV, Rev. 9/2024"

doc.save(Path(__file__).resolve().parent.parent / "p-cv-nursing.docx")
