//! What sections are about, told from their headings in several languages.
//!
//! Never reads what stands under them.

use super::months::folded;

/// Words of headings, without accents, for each of JSON Resume's keys. The
/// first that a heading holds decides.
const WORDS: [(&str, &str); 15] = [
    // Several things at once, or of another kind than their words say.
    (
        "",
        "technical experience, teaching experience, skills and experience, other experience, \
         extracurricular",
    ),
    (
        "volunteer",
        "volunteer, volunteering, volunteer experience, voluntary, community service, \
         ehrenamt, ehrenamtliche tatigkeiten, ehrenamtliches engagement, benevolat, \
         voluntariado, volontariato, vrijwilligerswerk",
    ),
    (
        "languages",
        "languages, spoken languages, human languages, natural languages, language skills, \
         sprachen, sprachkenntnisse, langues, idiomas, lenguas, lingue, talen, talenkennis, \
         linguas",
    ),
    (
        "certificates",
        "certificates, certifications, certification, licenses, zertifikate, \
         zertifizierungen, certificats, certificaciones, certificazioni, certificaten, \
         certificacoes, certificados",
    ),
    (
        "publications",
        "publications, papers, selected publications, veroffentlichungen, publikationen, \
         publicaciones, pubblicazioni, publicaties, publicacoes",
    ),
    (
        "awards",
        "awards, honors, honours, prizes, scholarships, achievements, auszeichnungen, preise, \
         stipendien, prix, distinctions, premios, premi, prijzen, onderscheidingen",
    ),
    (
        "references",
        "references, recommendations, testimonials, referenzen, referencias, referenze, \
         referenties",
    ),
    (
        "work",
        "experience, work experience, employment, work, jobs, positions, work history, \
         career, professional background, berufserfahrung, beruflicher werdegang, werdegang, \
         berufspraxis, arbeitserfahrung, praxiserfahrung, berufliche stationen, experiences, \
         experiences professionnelles, parcours professionnel, emplois, experiencia, \
         experiencia laboral, experiencia profesional, trayectoria profesional, esperienza, \
         esperienze, esperienze lavorative, esperienza professionale, werkervaring, ervaring, \
         loopbaan, experiencias",
    ),
    (
        "education",
        "education, academic background, degrees, studies, qualifications, ausbildung, \
         bildung, studium, schulbildung, bildungsweg, akademischer werdegang, formation, \
         formations, etudes, diplomes, educacion, formacion, formacion academica, estudios, \
         istruzione, formazione, studi, opleiding, opleidingen, onderwijs, educacao, \
         formacao, formacao academica",
    ),
    (
        "projects",
        "projects, side projects, open source, portfolio, projekte, projets, proyectos, \
         progetti, projecten, projetos",
    ),
    (
        "skills",
        "skills, technologies, technical skills, expertise, competencies, competences, tools, \
         technology, programming languages, kenntnisse, fahigkeiten, kompetenzen, edv- \
         kenntnisse, it-kenntnisse, habilidades, competencias, aptitudes, conocimientos, \
         competenze, abilita, vaardigheden, competenties, savoir-faire, tech stack",
    ),
    (
        "interests",
        "interests, hobbies, hobbys, activities, leisure, interessen, freizeit, centres \
         d'interet, loisirs, intereses, aficiones, interessi, interesses",
    ),
    (
        "summary",
        "summary, profile, about, about me, objective, career objective, introduction, bio, \
         personal statement, zusammenfassung, profil, uber mich, kurzprofil, resume, a \
         propos, perfil, resumen, sobre mi, profilo, sommario, profiel, samenvatting, over \
         mij, sobre mim, resumo",
    ),
    (
        "basics",
        "contact, contact information, contact details, personal details, personal data, \
         kontakt, kontaktdaten, personliche daten, personliche angaben, coordonnees, \
         contacto, datos personales, contatti, dati personali, contactgegevens, contato",
    ),
    // Headings of documents.
    ("title", "curriculum vitae, curriculum, cv, lebenslauf"),
];

/// The key of a heading; nothing for one of its own.
pub fn of(heading: &str) -> Option<&'static str> {
    let words = words(heading);
    let whole = |(_, names): &&(&str, &str)| names.split(", ").any(|name| name == words);
    let padded = format!(" {words} ");
    let within = |(key, names): &&(&str, &str)| {
        let part = |name: &str| padded.contains(&format!(" {name} "));
        // "Profile" and "Work" are words of many headings.
        let vague = ["summary", "title", "basics"].contains(key);
        !vague
            && names
                .split(", ")
                .filter(|name| !["work", "tools"].contains(name))
                .any(part)
    };
    let found = WORDS
        .iter()
        .find(whole)
        .or_else(|| WORDS.iter().find(within));
    found.map(|(key, _)| *key).filter(|key| !key.is_empty())
}

/// A heading in lower-case words without accents, numbers and signs.
fn words(heading: &str) -> String {
    let heading = folded(heading).replace('&', " and ");
    let words = heading.split(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '\'')));
    let words = words
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
