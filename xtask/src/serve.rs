//! A small server of static files, for looking at the app and for its tests.
//!
//! It listens on this machine only, answers GET and HEAD, and gives nothing from outside its
//! folder. Real hosting is any static host; this one exists so that nothing has to be installed.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::Result;
use crate::dist;

/// The longest request head that is read, in bytes.
const MAX_HEAD: u64 = 16 * 1024;

/// `cargo xtask serve`
pub fn command(args: &[String]) -> Result<()> {
    let mut port = 8080;
    let mut base = "/".to_owned();
    let mut dir = None;
    let mut dev = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--dev" => dev = true,
            "--port" => {
                let text = value()?;
                port = text.parse().map_err(|_| format!("`{text}` is not a port"))?;
            }
            "--base" => base = value()?.clone(),
            "--dir" => dir = Some(PathBuf::from(value()?)),
            other => return Err(format!("`serve` knows no `{other}`")),
        }
    }
    if dev {
        return dist::watch(port);
    }
    let dir = match dir {
        Some(dir) => dir,
        None => {
            dist::build()?;
            dist::dir()
        }
    };
    let (server, listener) = Server::bind(&dir, &base, port)?;
    println!("xtask: serving {} on {}; Ctrl+C to stop", dir.display(), server.url);
    server.run(&listener);
    Ok(())
}

/// Serves a folder in the background, on a free port, until this program ends.
///
/// Returns the address of the folder, with a slash at its end.
pub fn background(dir: &Path, base: &str) -> Result<String> {
    let (server, listener) = Server::bind(dir, base, 0)?;
    let url = server.url.clone();
    thread::spawn(move || server.run(&listener));
    Ok(url)
}

#[derive(Clone)]
struct Server {
    /// Canonical: what is not below it is not given.
    root: PathBuf,
    /// The path of the folder in addresses, with a slash at both ends.
    base: String,
    url: String,
}

impl Server {
    fn bind(dir: &Path, base: &str, port: u16) -> Result<(Self, TcpListener)> {
        let root = dir
            .canonicalize()
            .map_err(|error| format!("there is no folder {}: {error}", dir.display()))?;
        let base = match base.trim_matches('/') {
            "" => "/".to_owned(),
            inner => format!("/{inner}/"),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| format!("port {port} is not free ({error}); try --port"))?;
        let address: SocketAddr =
            listener.local_addr().map_err(|error| format!("no address: {error}"))?;
        Ok((Self { root, url: format!("http://{address}{base}"), base }, listener))
    }

    fn run(&self, listener: &TcpListener) {
        for stream in listener.incoming().flatten() {
            let server = self.clone();
            // A visitor that goes away in the middle is no concern of the others.
            thread::spawn(move || server.answer(stream));
        }
    }

    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut head = BufReader::new(stream.try_clone()?.take(MAX_HEAD));
        let mut request = String::new();
        head.read_line(&mut request)?;
        // The rest of the head asks for nothing that is done here; it is read so that closing
        // the connection does not break it off.
        let mut line = String::new();
        while head.read_line(&mut line)? > 2 {
            line.clear();
        }
        let answer = self.respond(&request);
        stream.write_all(answer.head().as_bytes())?;
        if !request.starts_with("HEAD ") {
            stream.write_all(&answer.body)?;
        }
        stream.flush()
    }

    fn respond(&self, request: &str) -> Answer {
        let mut words = request.split_whitespace();
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if method != "GET" && method != "HEAD" {
            return Answer::plain("405 Method Not Allowed", "Allow: GET, HEAD\r\n");
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.base {
            return Answer::plain("301 Moved Permanently", &format!("Location: {}\r\n", self.base));
        }
        match self.file(path).and_then(|file| Some((fs::read(&file).ok()?, file))) {
            Some((body, file)) => Answer {
                status: "200 OK",
                extra: format!("Content-Type: {}\r\n", mime(&file)),
                body,
            },
            None => Answer::plain("404 Not Found", ""),
        }
    }

    /// The file behind a path: inside the folder, or none.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let inner = decode(path.strip_prefix(&self.base)?)?;
        if inner.split(['/', '\\']).any(|part| part == "..") || inner.contains('\0') {
            return None;
        }
        let mut file = self.root.join(inner.trim_start_matches('/'));
        if file.is_dir() {
            file = file.join("index.html");
        }
        // Follows links: one that leads out of the folder leads nowhere.
        let file = file.canonicalize().ok()?;
        (file.starts_with(&self.root) && file.is_file()).then_some(file)
    }
}

struct Answer {
    status: &'static str,
    /// Header lines of this answer, each with its line end.
    extra: String,
    body: Vec<u8>,
}

impl Answer {
    fn plain(status: &'static str, extra: &str) -> Self {
        let extra = format!("Content-Type: text/plain\r\n{extra}");
        Self { status, extra, body: status.as_bytes().to_vec() }
    }

    fn head(&self) -> String {
        format!(
            "HTTP/1.1 {}\r\n{}Content-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
             Connection: close\r\n\r\n",
            self.status,
            self.extra,
            self.body.len()
        )
    }
}

/// `%E6%8E%8C` to text; none if that is no UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte == b'%' {
            let (digits, tail) = tail.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = tail;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type of a file, by its extension. WebAssembly compiles while it loads only under its own.
fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "webmanifest" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder `name` in the target folder with a file beside it that must never be served.
    fn server(name: &str) -> Server {
        let home = crate::run::root().join("target").join("xtask-tests").join(name);
        let dir = home.join("dist");
        fs::create_dir_all(&dir).unwrap();
        fs::write(home.join("secret.txt"), "secret").unwrap();
        fs::write(dir.join("index.html"), "<p>page</p>").unwrap();
        fs::write(dir.join("page_bg.wasm"), b"\0asm").unwrap();
        Server::bind(&dir, "/any/path/", 0).unwrap().0
    }

    #[test]
    fn files_come_with_their_type_under_the_sub_path_only() {
        let server = server("types");
        let page = server.respond("GET /any/path/?x=1 HTTP/1.1\r\n");
        assert_eq!((page.status, page.body.as_slice()), ("200 OK", &b"<p>page</p>"[..]));
        assert!(page.head().contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(page.head().contains("Cache-Control: no-cache\r\n"));
        let wasm = server.respond("HEAD /any/path/page_bg.wasm HTTP/1.1\r\n");
        assert!(wasm.head().contains("application/wasm\r\nContent-Length: 4\r\n"));
        assert_eq!(server.respond("GET / HTTP/1.1\r\n").status, "404 Not Found");
        let moved = server.respond("GET /any/path HTTP/1.1\r\n");
        assert!(
            moved.head().starts_with("HTTP/1.1 301") && moved.head().contains("/any/path/\r\n")
        );
    }

    #[test]
    fn nothing_outside_the_folder_is_given() {
        let server = server("outside");
        for path in ["../secret.txt", "%2e%2e/secret.txt", "..%5csecret.txt", "/secret.txt", "%ff"]
        {
            let answer = server.respond(&format!("GET /any/path/{path} HTTP/1.1\r\n"));
            assert_eq!(answer.status, "404 Not Found", "{path}");
        }
        assert_eq!(server.respond("POST /any/path/ HTTP/1.1\r\n").status, "405 Method Not Allowed");
        assert_eq!(server.respond("\r\n").status, "405 Method Not Allowed");
    }
}
