using System.Net;
using System.Net.Sockets;

namespace Scenarios;

/// <summary>A server on the loopback interface that takes connections and never answers.</summary>
internal sealed class SilentServer
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _taken = [];

    /// <summary>Starts to listen, and to take connections on a thread of its own.</summary>
    public SilentServer()
    {
        _listener.Start(backlog: 4096);
        new Thread(TakeConnections) { IsBackground = true, Name = "silent server" }.Start();
    }

    /// <summary>Gets where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    private void TakeConnections()
    {
        while (true)
        {
            _taken.Add(_listener.AcceptSocket());
        }
    }
}
