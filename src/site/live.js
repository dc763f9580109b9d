// Development only: Trunk's server says when there is something new.
(() => {
  // The page may be in a folder of its own; this script never is.
  const url = new URL(".well-known/trunk/ws", document.currentScript.src);
  url.protocol = "ws";
  const listen = (again) => {
    const socket = new WebSocket(url);
    // A server that is back has built anew.
    socket.onopen = () => again && location.reload();
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "reload") location.reload();
      if (message.type === "buildFailure") console.error(message.data.reason);
    };
    socket.onclose = () => setTimeout(listen, 1000, true);
  };
  listen(false);
})();
