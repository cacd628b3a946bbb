//! Undo and redo, over any edits.

use proptest::collection::vec;
use proptest::prelude::*;
use zhanggui::store::session::Session;
use zhanggui::workbook::Workbook;

use crate::any::any_edit;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_everything_restores_the_start_and_redoing_it_the_end(
        edits in vec((any_edit(), 0_i64..3_000), 0..30),
    ) {
        let mut session = Session::new(Workbook::default());
        let mut now_ms = 0;
        for (edit, pause_ms) in edits {
            now_ms += pause_ms;
            let (before, revision) = (session.workbook().clone(), session.revision());
            let result = session.edit(edit, now_ms);
            let is_same = session.workbook() == &before;
            prop_assert!(result.is_ok() || is_same, "a refused edit left a trace");
            prop_assert_eq!(is_same, session.revision() == revision);
        }
        let end = session.workbook().clone();

        while session.undo().is_some() {}
        prop_assert_eq!(session.workbook(), &Workbook::default());
        while session.redo().is_some() {}
        prop_assert_eq!(session.workbook(), &end);
    }
}
