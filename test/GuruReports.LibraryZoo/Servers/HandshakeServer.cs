using System.Net;
using System.Net.Sockets;

namespace GuruReports.LibraryZoo.Servers;

/// <summary>A server of a database that lets everybody in and does nothing more; it never closes a connection.</summary>
internal abstract class HandshakeServer
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _open = [];

    protected HandshakeServer()
    {
        _listener.Start();
        new Thread(Accept) { IsBackground = true, Name = "database-server" }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Speaks with one client until it goes away.</summary>
    protected abstract void Serve(Stream stream);

    private void Accept()
    {
        while (true)
        {
            var socket = _listener.AcceptSocket();
            _open.Add(socket);
            new Thread(() => Run(socket)) { IsBackground = true, Name = "database-connection" }.Start();
        }
    }

    private void Run(Socket socket)
    {
        try
        {
            Serve(new NetworkStream(socket));
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }
}
