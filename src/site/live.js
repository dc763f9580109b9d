// Development only: Trunk's server says when there is something new.
(() => {
  const url = new URL(".well-known/trunk/ws", location.href);
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
