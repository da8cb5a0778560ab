using System.Diagnostics;
using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Testing;

namespace GuruReports.SnapshotAnalysis.Tests.Work;

/// <summary>A dump of a web service with known requests, read without a helper.</summary>
public sealed class WebDump : IDisposable
{
    public const int Orders = 3;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly ProcessDump _dump;
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

            var present = 0;
            Until.True(
                () => (present = int.Parse(client.GetStringAsync(new Uri("present", UriKind.Relative)).GetAwaiter().GetResult(), CultureInfo.InvariantCulture)) == Orders,
                s_patience,
                () => $"{present} of {Orders} requests are there");
            _dump = new ProcessDump(zoo.Id);
        }
        finally
        {
            zoo.Kill();
            zoo.WaitForExit();
        }

        _request = new SnapshotRequest { DeadlineMilliseconds = 60_000, TickCount = Environment.TickCount64, UtcTicks = DateTime.UtcNow.Ticks };
        Whole = Read([]);
    }

    internal SnapshotResult Whole { get; }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public void Dispose() => _dump.Dispose();

    /// <summary>Reads it as if libraries lacked some fields.</summary>
    internal SnapshotResult Read(IReadOnlyCollection<string> hidden) =>
        GuruReports.SnapshotReader.Analysis.SnapshotAnalysis.Run(_dump.Runtime, _request, new OwnerTable(), [], hidden);
}
