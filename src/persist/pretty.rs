//! JSON for people: one field a line, a list of numbers on one line.

/// Compact JSON with line ends and two blanks of indentation, and a final line end.
///
/// Works on the text, which must be valid JSON without blanks between its parts.
pub fn indent(compact: &str) -> String {
    let mut pretty = String::with_capacity(compact.len() + compact.len() / 4);
    // Of each open object or list: whether its parts stand on lines of their own.
    let mut levels: Vec<bool> = Vec::new();
    let (mut in_text, mut is_escaped) = (false, false);
    let mut rest = compact.chars().peekable();
    while let Some(char) = rest.next() {
        if in_text {
            pretty.push(char);
            (in_text, is_escaped) = (char != '"' || is_escaped, char == '\\' && !is_escaped);
            continue;
        }
        match char {
            '{' | '[' => {
                let next = rest.peek().copied();
                // A list of records is broken, one of numbers or texts is not.
                let is_broken = match char {
                    '{' => next != Some('}'),
                    _ => next == Some('{'),
                };
                pretty.push(char);
                levels.push(is_broken);
                if is_broken {
                    new_line(&mut pretty, levels.len());
                }
            }
            '}' | ']' => {
                if levels.pop() == Some(true) {
                    new_line(&mut pretty, levels.len());
                }
                pretty.push(char);
            }
            ',' => {
                pretty.push(char);
                if levels.last() == Some(&true) {
                    new_line(&mut pretty, levels.len());
                }
            }
            ':' => pretty.push_str(": "),
            char => {
                in_text = char == '"';
                pretty.push(char);
            }
        }
    }
    pretty.push('\n');
    pretty
}

fn new_line(pretty: &mut String, n_levels: usize) {
    pretty.push('\n');
    (0..n_levels).for_each(|_| pretty.push_str("  "));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn numbers_share_a_line_and_records_do_not() {
        let value = json!({"a": [1, null, 3], "b": [{"c": []}, {"d": {}}], "e": "店,{\"\\"});
        let expected = "{\n  \"a\": [1,null,3],\n  \"b\": [\n    {\n      \"c\": []\n    },\n    {\n      \"d\": {}\n    }\n  ],\n  \"e\": \"店,{\\\"\\\\\"\n}\n";
        assert_eq!(indent(&value.to_string()), expected);
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_is_added(texts in prop::collection::vec(".{0,8}", 0..4), n: i64) {
            let value = json!({"texts": texts, "list": [[n, {"a,b": texts}], []], "": {}});
            let pretty = indent(&value.to_string());
            prop_assert_eq!(serde_json::from_str::<Value>(&pretty).unwrap(), value);
        }
    }
}
