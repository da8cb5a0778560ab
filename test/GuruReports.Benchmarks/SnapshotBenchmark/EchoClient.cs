using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>A client outside the service: one request after the other, the longest answer time is kept.</summary>
internal sealed class EchoClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private long _longest;

    public EchoClient(int port)
    {
        _socket.Connect(IPAddress.Loopback, port);
        new Thread(Ask) { IsBackground = true, Name = "client" }.Start();
    }

    /// <summary>The longest answer time since the last call, in milliseconds.</summary>
    public double Take() => Interlocked.Exchange(ref _longest, 0) * 1000.0 / Stopwatch.Frequency;

    public void Dispose() => _socket.Dispose();

    private void Ask()
    {
        var buffer = new byte[1];
        try
        {
            while (true)
            {
                var started = Stopwatch.GetTimestamp();
                _socket.Send(buffer);
                if (_socket.Receive(buffer) != 1)
                {
                    return;
                }

                _longest = Math.Max(_longest, Stopwatch.GetTimestamp() - started);
                Thread.Sleep(1);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }
}
