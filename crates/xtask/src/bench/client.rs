//! How is one request sent and its answer read, with as little work as possible?

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(30);

/// One connection that is kept open.
pub struct Client {
    stream: BufReader<TcpStream>,
}

pub struct Response {
    pub status: u16,
    pub set_cookie: Option<String>,
    pub body: Vec<u8>,
}

impl Client {
    pub fn connect(address: SocketAddr) -> Result<Self, String> {
        let open = || {
            let stream = TcpStream::connect(address)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            Ok(stream)
        };
        let stream = open().map_err(|error: std::io::Error| format!("{address}: {error}"))?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1024, stream) })
    }

    /// Sends a whole request and reads the whole answer.
    pub fn send(&mut self, request: &[u8]) -> Result<Response, String> {
        self.stream.get_mut().write_all(request).map_err(|error| error.to_string())?;
        let status = self.line()?;
        let status = status.split(' ').nth(1).and_then(|code| code.parse().ok());
        let mut response = Response {
            status: status.ok_or("the answer does not begin with a status")?,
            set_cookie: None,
            body: vec![],
        };
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse().map_err(|_| "a length that is none")?,
                "transfer-encoding" => chunked = value.contains("chunked"),
                "set-cookie" => {
                    response.set_cookie = value.split(';').next().map(|cookie| cookie.trim().to_owned());
                }
                _ => {}
            }
        }
        if chunked {
            self.chunks(&mut response.body)?
        } else {
            self.bytes(length, &mut response.body)?
        }
        Ok(response)
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> Result<(), String> {
        loop {
            let size = self.line()?;
            let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16);
            let size = size.map_err(|_| "a chunk without a size")?;
            self.bytes(size, body)?;
            self.line()?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    fn bytes(&mut self, length: usize, body: &mut Vec<u8>) -> Result<(), String> {
        let from = body.len();
        body.resize(from + length, 0);
        self.stream.read_exact(&mut body[from..]).map_err(|error| error.to_string())
    }

    fn line(&mut self) -> Result<String, String> {
        let mut line = String::new();
        match self.stream.read_line(&mut line) {
            Ok(0) => Err("the connection was closed".to_owned()),
            Ok(_) => Ok(line.trim_end().to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// A server that answers every connection with these bytes, whatever is asked.
    fn answers(answer: &'static [u8]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 1024];
            let _ = stream.read(&mut asked).unwrap();
            stream.write_all(answer).unwrap();
        });
        address
    }

    #[test]
    fn an_answer_with_a_length_is_read() {
        let address =
            answers(b"HTTP/1.1 303 See Other\r\nSet-Cookie: s=1; Path=/\r\ncontent-length: 2\r\n\r\nok");
        let response = Client::connect(address).unwrap().send(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!((response.status, response.set_cookie.as_deref()), (303, Some("s=1")));
        assert_eq!(response.body, b"ok");
    }

    #[test]
    fn an_answer_in_chunks_is_read() {
        let address =
            answers(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        let response = Client::connect(address).unwrap().send(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!(response.body, b"abcde");
    }

    #[test]
    fn an_answer_that_breaks_off_is_an_error() {
        let address = answers(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc");
        assert!(Client::connect(address).unwrap().send(b"GET / HTTP/1.1\r\n\r\n").is_err());
    }
}
