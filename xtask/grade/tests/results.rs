//! What is kept of a student is what its schema says, whatever the student makes of it.

mod class;

use boon::{Compiler, Schemas};
use std::fs;
use std::path::Path;
use verdict::json::parse;
use xtask_grade::model::Graded;
use xtask_grade::store::{Shelf, Store};

#[test]
fn results_are_as_their_schema_says_and_come_back_the_same() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("results");
    let _ = fs::remove_dir_all(&folder);
    let store = Store::open(&folder).unwrap();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/grades.schema.json");
    let mut schemas = Schemas::new();
    let index = Compiler::new().compile(schema.to_str().unwrap(), &mut schemas).unwrap();
    for graded in class::everybody() {
        store.save(Shelf::Results, &graded, &class::syllabus()).unwrap();
        let id = &graded.student.id;
        let bytes = fs::read(folder.join(format!("results/{id}.json"))).unwrap();
        if let Err(error) = schemas.validate(&serde_json::from_slice(&bytes).unwrap(), index) {
            panic!("{id}: {error:#}");
        }
        assert_eq!(Graded::from_json(&parse(&bytes).unwrap()).as_ref(), Some(&graded));
        assert_eq!(store.load(Shelf::Results, id).as_ref(), Some(&graded));
        let no_control = |byte: &u8| *byte == b'\n' || !byte.is_ascii_control();
        assert!(bytes.iter().all(no_control), "{id}: no character may steer a terminal");
    }
    fs::remove_dir_all(&folder).unwrap();
}
