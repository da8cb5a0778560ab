using System.Text.Json;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;

namespace GuruReports.Inspection.Tests.Snapshot;

public class ResultReaderTests
{
    [Theory]
    [InlineData("worker")]
    [InlineData("")]
    [InlineData("Heat<int>.Łuk \"quoted\"\n")]
    public void Read_SameTextTwice_BothAreWhatWasWritten(string name)
    {
        var threads = ResultReader.Read(Write(name, name))!.Threads;

        Assert.Equal([name, name], threads.Select(static thread => thread.Name));
    }

    [Fact]
    public void Read_SameTextTwice_IsOneString()
    {
        var threads = ResultReader.Read(Write("System.Threading.Monitor", "System.Threading.Monitor"))!.Threads;

        Assert.Same(threads[0].Name, threads[1].Name);
    }

    [Fact]
    public void Read_ManyTexts_NoneIsTakenForAnother()
    {
        string[] names = [.. Enumerable.Range(0, 5000).Select(static number => $"name {number}")];

        var threads = ResultReader.Read(Write(names))!.Threads;

        Assert.Equal(names, threads.Select(static thread => thread.Name));
    }

    [Fact]
    public void Read_NoName_IsNull()
    {
        var thread = Assert.Single(ResultReader.Read(Write([null]))!.Threads);

        Assert.Null(thread.Name);
    }

    private static byte[] Write(params string?[] names) => JsonSerializer.SerializeToUtf8Bytes(
        new SnapshotResult
        {
            RuntimeVersion = "10.0.0",
            Threads = [.. names.Select(static (name, index) => new SnapshotThread { ManagedId = index, OsThreadId = index, Name = name, IsPoolThread = false, IsBackground = false })],
        },
        SnapshotJsonContext.Default.SnapshotResult);
}
