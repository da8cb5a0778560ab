using System.Text.Json;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_ManyFrames_AreWhatWasWrittenAndEqualOnesAreOne(bool byReader)
    {
        SnapshotFrame[] frames =
        [
            .. Enumerable.Range(0, 3000).Select(static number => new SnapshotFrame { Method = $"Shop.Orders.Load{number}()", File = "/src/Orders.cs", Line = number, Owner = CodeOwner.Service }),
            new SnapshotFrame { Method = "Shop.Orders.Load(Łuk \"quoted\")", Owner = CodeOwner.Package },
            new SnapshotFrame { Method = "Shop.Orders.Load(Łuk \"quoted\")", File = "a.cs", Owner = CodeOwner.Framework },
            new SnapshotFrame { Method = "Shop.Orders.Save()", Line = 7, Owner = CodeOwner.Service },
            new SnapshotFrame { Method = "Shop.Orders.Save()", Line = 7, Owner = CodeOwner.Service },
        ];
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new SnapshotResult { RuntimeVersion = "10.0.0", Threads = [new SnapshotThread { ManagedId = 1, OsThreadId = 1, IsPoolThread = false, IsBackground = false, Frames = frames }] },
            byReader ? ResultReader.Context.SnapshotResult : SnapshotJsonContext.Default.SnapshotResult);

        var read = Assert.Single(ResultReader.Read(json)!.Threads).Frames;

        Assert.Equal(frames, read);
        Assert.Same(read[^1], read[^2]);
    }

    private static byte[] Write(params string?[] names) => JsonSerializer.SerializeToUtf8Bytes(
        new SnapshotResult
        {
            RuntimeVersion = "10.0.0",
            Threads = [.. names.Select(static (name, index) => new SnapshotThread { ManagedId = index, OsThreadId = index, Name = name, IsPoolThread = false, IsBackground = false })],
        },
        SnapshotJsonContext.Default.SnapshotResult);
}
