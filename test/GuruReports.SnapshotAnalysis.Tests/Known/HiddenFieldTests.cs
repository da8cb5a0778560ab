using System.Diagnostics;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Testing;

namespace GuruReports.SnapshotAnalysis.Tests.Known;

/// <summary>Reads a process as if a library lacked one field of the table of known types, as a version to come may.</summary>
public sealed class HiddenFieldTests : IClassFixture<HiddenFieldTests.OpenZoo>
{
    private readonly OpenZoo _zoo;

    public HiddenFieldTests(OpenZoo zoo) => _zoo = zoo;

    [Fact]
    public void Run_LibrariesThatAreKnown_LackNothing()
    {
        var whole = _zoo.Read([]);

        Assert.DoesNotContain(whole.Unavailable, static part => part.Part is "Queues" or "CallsOut");
        Assert.Equal(10, whole.Queues!.Queues.Count);
    }

    [Theory]
    [InlineData("_occupiedNodes", "System.Collections.Concurrent.BlockingCollection", 2)]
    [InlineData("_bufferedCapacity", "System.Threading.Channels.BoundedChannel", 1)]
    [InlineData("_queueCount", "System.Threading.RateLimiting.ConcurrencyLimiter", 1)]
    [InlineData("_owningTarget", "System.Threading.Tasks.Dataflow.Internal.TargetCore", 1)]
    public void Run_FieldMissing_OnlyItsRowIsUnavailableByName(string field, string type, int lost)
    {
        var result = _zoo.Read([field]);

        var missing = Assert.Single(result.Unavailable.DistinctBy(static part => part.Reason), part => part.Reason.Contains($"{type}.{field} is not as known", StringComparison.Ordinal));
        Assert.Equal("Queues", missing.Part);
        Assert.Equal(10 - lost, result.Queues!.Queues.Count);
    }

    /// <summary>A zoo of libraries that the test itself reads.</summary>
    public sealed class OpenZoo : IDisposable
    {
        private readonly ProcessDump _dump;

        public OpenZoo()
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            var program = Repository.PathOf("test", "GuruReports.LibraryZoo", "bin", own.Parent!.Name, own.Name, "GuruReports.LibraryZoo.dll");
            using var zoo = Process.Start(new ProcessStartInfo("dotnet", [program, "queues"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            try
            {
                while (zoo.StandardOutput.ReadLine() is { } line && line != "ready")
                {
                }

                _dump = new ProcessDump(zoo.Id);
            }
            finally
            {
                zoo.Kill();
                zoo.WaitForExit();
            }
        }

        internal SnapshotResult Read(IReadOnlyCollection<string> hidden) => GuruReports.SnapshotReader.Analysis.SnapshotAnalysis.Run(
            _dump.Runtime, new SnapshotRequest { DeadlineMilliseconds = 60_000 }, new OwnerTable(), [], hidden);

        public void Dispose() => _dump.Dispose();
    }
}
