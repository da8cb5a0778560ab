using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>A Redis of its own that ends with the test.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process _server;

    public RedisServer()
    {
        Port = PostgresServer.FreePort();
        _server = Process.Start(new ProcessStartInfo(
            Program!, ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        _server.OutputDataReceived += static (_, _) => { };
        _server.BeginOutputReadLine();
        Until.True(IsReady, Limits.Start, () => "Redis does not answer");
    }

    /// <summary>Gets the program; null where Redis is not installed.</summary>
    public static string? Program { get; } = new[] { "/usr/bin/redis-server", "/usr/local/bin/redis-server" }.FirstOrDefault(File.Exists);

    public int Port { get; }

    /// <summary>Has it stand still, with its connections open.</summary>
    public void Stop() => Assert.Equal(0, Signals.Kill(_server.Id, Signals.Stop));

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private bool IsReady()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
