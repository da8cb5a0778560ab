using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>A PostgreSQL of its own, in a folder of its own, run by a user without privileges; it ends with the test.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "nobody";
    private readonly string _folder = Directory.CreateTempSubdirectory("guru-postgres-").FullName;
    private readonly Process _server;

    public PostgresServer()
    {
        Port = FreePort();
        Process.Start("chown", [User, _folder])!.WaitForExit();
        using (var init = Run("initdb", "-D", Path.Combine(_folder, "data"), "-U", "zoo", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C"))
        {
            init.WaitForExit();
            Assert.Equal(0, init.ExitCode);
        }

        _server = Run(
            "postgres", "-D", Path.Combine(_folder, "data"), "-k", _folder, "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=60", "-c", "shared_buffers=16MB", "-c", "autovacuum=off");
        Until.True(IsReady, Limits.Start, () => "PostgreSQL does not answer");
    }

    /// <summary>Gets the folder of the programs; null where PostgreSQL is not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin")).LastOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    public int Port { get; }

    public void Dispose()
    {
        // At once, without waiting for those that are connected.
        _ = Signals.Kill(_server.Id, Signals.Quit);
        if (!_server.WaitForExit(Limits.Exit))
        {
            _server.Kill(entireProcessTree: true);
        }

        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Returns a port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("setpriv", ["--reuid", User, "--clear-groups", "--inh-caps=-all", Path.Combine(Programs!, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["HOME"] = _folder;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private bool IsReady()
    {
        using var ready = Run("pg_isready", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "zoo", "-d", "postgres");
        ready.WaitForExit();
        return ready.ExitCode == 0;
    }
}
