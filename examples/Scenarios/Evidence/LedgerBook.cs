using System.Diagnostics;

namespace Scenarios.Evidence;

/// <summary>Posts into a ledger that an importer, another process, writes too; the importer keeps the mutex while it waits for its own source. The healthy twin takes turns with it.</summary>
internal sealed class LedgerBook(bool stuck) : BackgroundService
{
    private const int Clerks = 4;
    private readonly string _name = $@"Global\ledger-{Environment.ProcessId}";
    private Process? _importer;
    private int _posted;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _importer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Itself(), "import", _name, stuck ? "stuck" : "in-turns"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _importer.StandardOutput.ReadLine();
        var clerks = new Crew().Start(Clerks, "clerk", _ => PostForever());
        Ready.When(() => stuck ? clerks.AllWait : Volatile.Read(ref _posted) > 200);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    /// <summary>The other process: holds the mutex for good, or shortly and again; it ends with the first one, whose end ends its input.</summary>
    public static int Import(string name, bool stuck)
    {
        new Crew().Start("input", () =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(0);
        });
        using var mutex = new Mutex(initiallyOwned: false, name);
        mutex.WaitOne();
        Console.WriteLine("importing");
        while (!stuck)
        {
            Thread.Sleep(1);
            mutex.ReleaseMutex();
            Thread.Sleep(5);
            mutex.WaitOne();
        }

        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    public override void Dispose()
    {
        _importer?.Dispose();
        base.Dispose();
    }

    private void PostForever()
    {
        using var mutex = new Mutex(initiallyOwned: false, _name);
        while (true)
        {
            PostEntry(mutex);
            Thread.Sleep(20);
        }
    }

    private void PostEntry(Mutex mutex)
    {
        mutex.WaitOne();
        Interlocked.Increment(ref _posted);
        mutex.ReleaseMutex();
    }

    // Under the shared host of .NET the program is the first argument.
    private static string[] Itself() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
