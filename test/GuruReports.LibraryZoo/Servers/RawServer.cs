using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GuruReports.LibraryZoo.Servers;

/// <summary>A server that reads a request, or not, and answers with a fixed text, or not at all; it never closes a connection.</summary>
internal sealed class RawServer
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _open = [];
    private int _answered;

    public RawServer(bool reads, string? answer)
    {
        _listener.Start();
        new Thread(() => Accept(reads, answer)) { IsBackground = true, Name = "raw-server" }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Waits until so many requests have been read and answered as they will be.</summary>
    public void WaitFor(int requests) => SpinWait.SpinUntil(() => Volatile.Read(ref _answered) >= requests);

    private void Accept(bool reads, string? answer)
    {
        while (true)
        {
            var socket = _listener.AcceptSocket();
            _open.Add(socket);
            new Thread(() => Serve(socket, reads, answer)) { IsBackground = true, Name = "raw-connection" }.Start();
        }
    }

    private void Serve(Socket socket, bool reads, string? answer)
    {
        var buffer = new byte[8192];
        if (reads && socket.Receive(buffer) > 0 && answer is not null)
        {
            socket.Send(Encoding.ASCII.GetBytes(answer));
        }

        Interlocked.Increment(ref _answered);
    }
}
