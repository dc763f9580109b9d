//! Words that name what someone does, where one learns and what one gets
//! there.
//!
//! Never reads headings.

use super::months::folded;

/// Words that name what someone does.
const TITLES: &str = "engineer developer programmer manager director lead intern internship consultant analyst \
    designer researcher professor teacher lecturer assistant architect scientist administrator \
    officer head founder cofounder cto ceo vp president editor writer freelance contractor \
    fellow tutor nurse owner specialist technician coordinator trainee entwickler entwicklerin \
    ingenieur ingenieurin leiter leiterin praktikant praktikantin werkstudent mitarbeiter \
    mitarbeiterin developpeur ingenieure stagiaire desarrollador sviluppatore ontwikkelaar";

const SCHOOLS: &str = "university college school institute academy polytechnic universitat hochschule \
    fachhochschule gymnasium schule universite ecole lycee institut universidad escuela \
    instituto universita politecnico scuola liceo universiteit hogeschool universidade mit";

const DEGREES: &str = "bachelor bachelors master masters phd doctor doctorate bsc msc ba bs ma ms mba beng meng \
    diploma diplom licence licenciatura abitur degree laurea baccalaureat promotion grado \
    magister certificate minor associate dr doctorat staatsexamen mphil";

fn holds(list: &str, text: &str) -> bool {
    let text = folded(text).replace(['.', '\''], "");
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| list.split_whitespace().any(|known| known == word))
}

/// Whether a text names what someone does.
pub fn is_title(text: &str) -> bool {
    holds(TITLES, text)
}

/// Whether a text names where one learns.
pub fn is_school(text: &str) -> bool {
    holds(SCHOOLS, text)
}

/// Whether a text names what one gets there.
pub fn is_degree(text: &str) -> bool {
    holds(DEGREES, text)
}
