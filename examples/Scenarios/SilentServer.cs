using System.Net;
using System.Net.Sockets;

namespace Scenarios;

/// <summary>A server on the loopback interface that takes connections and never answers.</summary>
internal sealed class SilentServer
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>Starts to listen. The kernel completes connections by itself; nobody accepts them.</summary>
    public SilentServer() => _listener.Start(backlog: 4096);

    /// <summary>Gets where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;
}
