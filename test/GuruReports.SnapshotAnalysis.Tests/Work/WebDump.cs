using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.Testing;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotAnalysis.Tests.Work;

/// <summary>A dump of a web service with known requests, read without a helper.</summary>
public sealed class WebDump : IDisposable
{
    public const int Orders = 3;

    // The activity, both services, the timer and the item are there without being asked for.
    private const int Unasked = 5;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly string _dump = Path.Combine(Path.GetTempPath(), $"guru-work-{Guid.NewGuid():n}.dmp");
    private readonly DataTarget _target;
    private readonly ClrRuntime _runtime;
    private readonly SnapshotRequest _request;

    public WebDump()
    {
        var program = Repository.PathOf("test", "GuruReports.WebZoo", "bin", Configuration, "net10.0", "GuruReports.WebZoo.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_gcServer"] = "0";
        using var zoo = Process.Start(start)!;
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var port = int.Parse(zoo.StandardOutput.ReadLine()!.Split(' ')[1], CultureInfo.InvariantCulture);
            client.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
            for (var i = 0; i < Orders; i++)
            {
                _ = client.GetAsync(new Uri($"orders/{i}", UriKind.Relative));
            }

            Until.True(() => client.GetStringAsync(new Uri("present", UriKind.Relative)).GetAwaiter().GetResult() == $"{Orders + Unasked}", s_patience, static () => "the requests did not arrive");
            Write(zoo.Id);
        }
        finally
        {
            zoo.Kill();
            zoo.WaitForExit();
        }

        _request = new SnapshotRequest { DeadlineMilliseconds = 60_000, TickCount = Environment.TickCount64, UtcTicks = DateTime.UtcNow.Ticks };
        _target = DataTarget.LoadDump(_dump);
        _runtime = _target.ClrVersions[0].CreateRuntime();
        Whole = Read([]);
    }

    internal SnapshotResult Whole { get; }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public void Dispose()
    {
        _runtime.Dispose();
        _target.Dispose();
        File.Delete(_dump);
    }

    internal SnapshotResult Read(IReadOnlyCollection<RuntimeEntry> hidden) =>
        GuruReports.SnapshotReader.Analysis.SnapshotAnalysis.Run(_runtime, _request, new OwnerTable(), hidden);

    private void Write(int process)
    {
        var start = new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "createdump"), ["--full", "--name", _dump, $"{process}"]) { RedirectStandardOutput = true };
        using var dump = Process.Start(start)!;
        var words = dump.StandardOutput.ReadToEnd();
        dump.WaitForExit();
        Assert.True(dump.ExitCode == 0, words);
    }
}
