//! A mail server on loopback that does as the test tells it, and keeps what it is given.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// How the server treats the next mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Accept,
    /// Refuses for now, as a full or greylisting server does.
    Busy,
    /// Refuses for ever: no such mailbox.
    Refuse,
    /// Closes the connection when a mail begins.
    HangUp,
    /// Says nothing when a mail begins, and keeps the connection open.
    Silent,
    /// Takes the mail and never says so.
    AcceptSilently,
}

/// A mail as it came over the wire.
#[derive(Clone, Debug)]
pub struct Delivered {
    pub from: String,
    pub to: Vec<String>,
    /// Headers and body, as sent.
    pub data: String,
}

impl Delivered {
    /// The headers, unfolded, in order.
    pub fn headers(&self) -> Vec<(String, String)> {
        let (head, _) = self.data.split_once("\r\n\r\n").unwrap_or((&self.data, ""));
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let lines = unfolded.split("\r\n");
        let headers = lines.filter_map(|line| line.split_once(": "));
        headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// A header's value; empty if there is none.
    pub fn header(&self, name: &str) -> String {
        let found = self
            .headers()
            .into_iter()
            .find(|(header, _)| header == name);
        found.map(|(_, value)| value).unwrap_or_default()
    }
}

#[derive(Default)]
struct Books {
    mood: Option<Mood>,
    /// How many mails were begun, in whatever mood.
    begun: usize,
    delivered: Vec<Delivered>,
}

/// The server; it ends with the test's runtime.
pub struct SmtpServer {
    pub url: String,
    books: Arc<Mutex<Books>>,
}

impl SmtpServer {
    /// Starts one that accepts.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let books = Arc::new(Mutex::new(Books::default()));
        let shared = books.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, shared.clone()));
            }
        });
        Self {
            url: format!("smtp://{address}"),
            books,
        }
    }

    pub fn set(&self, mood: Mood) {
        self.books.lock().expect("no test panicked here").mood = Some(mood);
    }

    /// How many mails were begun so far, whatever became of them.
    pub fn begun(&self) -> usize {
        self.books.lock().expect("no test panicked here").begun
    }

    /// What was taken so far, the oldest first.
    pub fn delivered(&self) -> Vec<Delivered> {
        let books = self.books.lock().expect("no test panicked here");
        books.delivered.clone()
    }
}

/// One connection: commands in, answers out. An error means that the other side is gone.
async fn serve(stream: TcpStream, books: Arc<Mutex<Books>>) -> std::io::Result<()> {
    let mood = || {
        books
            .lock()
            .expect("no test panicked here")
            .mood
            .unwrap_or(Mood::Accept)
    };
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 mail.example ready\r\n").await?;
    let (mut from, mut to) = (String::new(), Vec::new());
    loop {
        let line = read_line(&mut stream).await?;
        let command = line.to_uppercase();
        let answer: &[u8] = if command.starts_with("EHLO") {
            b"250-mail.example\r\n250 8BITMIME\r\n"
        } else if command.starts_with("MAIL FROM:") {
            from = address_of(&line);
            to.clear();
            books.lock().expect("no test panicked here").begun += 1;
            match mood() {
                Mood::Accept | Mood::AcceptSilently => b"250 Go on\r\n",
                Mood::Busy => b"451 Try again later\r\n",
                Mood::Refuse => b"550 No such mailbox\r\n",
                Mood::HangUp => return Ok(()),
                Mood::Silent => b"",
            }
        } else if command.starts_with("RCPT TO:") {
            to.push(address_of(&line));
            b"250 Go on\r\n"
        } else if command == "DATA" {
            stream.write_all(b"354 Go on\r\n").await?;
            let data = read_data(&mut stream).await?;
            let mail = Delivered {
                from: from.clone(),
                to: to.clone(),
                data,
            };
            books
                .lock()
                .expect("no test panicked here")
                .delivered
                .push(mail);
            if mood() == Mood::AcceptSilently {
                b""
            } else {
                b"250 Taken\r\n"
            }
        } else if command == "QUIT" {
            return stream.write_all(b"221 Bye\r\n").await;
        } else {
            b"250 Go on\r\n"
        };
        stream.write_all(answer).await?;
    }
}

/// The address between the angle brackets.
fn address_of(line: &str) -> String {
    let inner = line.split(['<', '>']).nth(1);
    inner.unwrap_or_default().to_owned()
}

async fn read_line(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut line = Vec::new();
    if stream.read_until(b'\n', &mut line).await? == 0 {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(String::from_utf8_lossy(&line)
        .trim_end_matches(['\r', '\n'])
        .to_owned())
}

/// What stands between DATA and the single dot, without the doubled dots.
async fn read_data(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut data = String::new();
    loop {
        let line = read_line(stream).await?;
        if line == "." {
            return Ok(data);
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
        data.push_str("\r\n");
    }
}
