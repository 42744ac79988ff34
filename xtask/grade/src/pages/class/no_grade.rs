//! Who has no grade, and why: before anything else, for a blank cell is nobody's last word.

use super::student;
use crate::pages::class_statistics::{ClassStatistics, Row};
use crate::results::{NoGrade, Syllabus};
use maud::{Markup, html};
use verdict::text::count;

pub(super) fn section(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let of = |why: NoGrade| -> Vec<&Row> {
        statistics.rows.iter().filter(|row| row.no_grade == Some(why)).collect()
    };
    let without: Vec<(NoGrade, Vec<&Row>)> =
        NoGrade::ALL.map(|why| (why, of(why))).into_iter().filter(|(_, r)| !r.is_empty()).collect();
    let students: usize = without.iter().map(|(_, rows)| rows.len()).sum();
    html! {
        @if students > 0 {
            section #no-grade aria-labelledby="no-grade-title" {
                h2 #no-grade-title { "No grade yet: " (count(students, "student")) }
                p.aside {
                    "Something was handed in that could not be graded. The gradebooks leave these students \
                     blank unless they are told otherwise: a zero would say more than anybody knows."
                }
                ul.remarks {
                    @for (why, rows) in &without {
                        li {
                            (why.meaning())
                            div.who { @for row in rows { span { (student(row, syllabus, None)) } " " } }
                        }
                    }
                }
            }
        }
    }
}
