//! How is an answer held on its way: between its look and its row, or ready to be sent?

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
    mpsc,
};

use axum::{
    extract::{Request, State},
    middleware::{self, Next},
    response::Response,
};
use tokio::{
    sync::{mpsc::UnboundedReceiver, mpsc::UnboundedSender, watch},
    task::JoinHandle,
};

use super::{
    super::{
        super::{client::Client, world::World},
        cast::Story,
        form::Form,
    },
    browser::Answered,
};
use crate::web::{router, security};

/// Holds one look in the store before its row is written.
pub struct Hook {
    armed: Arc<AtomicBool>,
    reached: Mutex<Option<UnboundedReceiver<()>>>,
    go: mpsc::Sender<()>,
}

impl Hook {
    pub fn on(world: &World) -> Hook {
        let (tell, reached) = tokio::sync::mpsc::unbounded_channel();
        let (go, wait) = mpsc::channel();
        let armed = Arc::new(AtomicBool::new(false));
        let (here, wait) = (armed.clone(), Mutex::new(wait));
        world.app.store.pause_after_looks(move || {
            if here.swap(false, Ordering::SeqCst) {
                tell.send(()).unwrap();
                wait.lock().unwrap().recv().unwrap();
            }
        });
        Hook { armed, reached: Mutex::new(Some(reached)), go }
    }

    /// Asks for a page, whose look is done when this returns.
    pub async fn holds(&self, mut client: Client, path: &str) -> JoinHandle<Answered> {
        self.armed.store(true, Ordering::SeqCst);
        let path = path.to_owned();
        let asking = tokio::spawn(async move { Answered::of(&client.get(&path).await) });
        let mut reached = self.reached.lock().unwrap().take().unwrap();
        reached.recv().await.unwrap();
        asking
    }

    pub fn lets_go(&self) {
        self.go.send(()).unwrap();
    }
}

/// Answers that are ready and lie before the last door.
pub struct Held {
    asking: Vec<(String, JoinHandle<Answered>)>,
    go: watch::Sender<bool>,
}

#[derive(Clone)]
struct Door {
    ready: UnboundedSender<()>,
    go: watch::Receiver<bool>,
}

/// Only the first time: an answer that is made again goes through at once.
async fn wait(State(door): State<Door>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let mut go = door.go.clone();
    if !*go.borrow() {
        door.ready.send(()).unwrap();
        go.wait_for(|open| *open).await.unwrap();
    }
    response
}

impl Held {
    /// Pages that are asked for.
    pub async fn at(story: &Story, client: &Client, pages: impl IntoIterator<Item = &String>) -> Held {
        let requests = pages.into_iter().map(|path| (path.clone(), None)).collect();
        Held::requests(story, client, requests).await
    }

    /// A form that is sent.
    pub async fn form(story: &Story, client: &Client, form: &Form) -> Held {
        Held::requests(story, client, vec![(form.action.clone(), Some(form.clone()))]).await
    }

    async fn requests(story: &Story, client: &Client, requests: Vec<(String, Option<Form>)>) -> Held {
        let (ready, mut came) = tokio::sync::mpsc::unbounded_channel();
        let (go, wait_for) = watch::channel(false);
        let app = story.world.app.clone();
        let door = middleware::from_fn_with_state(Door { ready, go: wait_for }, wait);
        let router = security::around(router::pages(&app).layer(door), app);
        let mut asking = vec![];
        for (path, form) in requests {
            let mut client = client.before(router.clone());
            let asked = path.clone();
            let asks = async move {
                let reply = match &form {
                    None => client.get(&asked).await,
                    Some(form) => client.post(&asked, &form.fields()).await,
                };
                Answered::of(&reply)
            };
            asking.push((path, tokio::spawn(asks)));
        }
        for _ in &asking {
            came.recv().await.unwrap();
        }
        Held { asking, go }
    }

    /// Every answer, with the address it came from.
    pub async fn let_go(self) -> Vec<(String, Answered)> {
        self.go.send(true).unwrap();
        let mut answers = vec![];
        for (path, asking) in self.asking {
            answers.push((path, asking.await.unwrap()));
        }
        answers
    }
}
