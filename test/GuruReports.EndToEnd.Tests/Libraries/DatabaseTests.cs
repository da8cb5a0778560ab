using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Libraries;

public sealed class DatabaseTests
{
    [Fact]
    public void Signal_SqliteWithABusyWriter_HolderWaitersAndContextsAgree()
    {
        using var directory = new ReportDirectory();
        var file = Path.Combine(directory.Path, "shop.db");

        var report = ZooReport.Of("sqlite", [file], isReached: static report => report.Rows("Calls Out", "calls", "count").SequenceEqual(["2"]));

        Assert.Equal([$"3 | no limit | 0 | database connections to {file} (Microsoft.Data.Sqlite)"], report.Rows("Calls Out", "pools", "in use", "most", "idle", "pool"));
        var holders = report.Rows("Calls Out", "holders", "count", "held by");
        Assert.Equal(3, holders.Count);
        Assert.Single(holders, static line => line.Contains("SqliteState.WriteAsync", StringComparison.Ordinal) && line.EndsWith("awaiting Task.Delay; in a transaction", StringComparison.Ordinal));
        Assert.Equal(2, holders.Count(static line => line.Contains("\"late-writer\" in GuruReports.LibraryZoo.SqliteState.Wait()", StringComparison.Ordinal)));
        Assert.Equal(["2 | executing | update Orders set Note = ? where Id = ?"], report.Rows("Calls Out", "calls", "count", "state", "call"));
        Assert.Equal(["2 | 0 | 30 | 25 | GuruReports.LibraryZoo.SqliteState+ShopContext"], report.Rows("Calls Out", "database contexts", "count", "pooled", "entities tracked", "by one", "context"));
    }

    [Fact]
    public void Signal_MySqlThatSaysNothing_OpeningAndWaitingAgree()
    {
        var report = ZooReport.Of("silent-databases", []);

        var pool = Assert.Single(report.Rows("Calls Out", "pools", "waiting", "in use", "most", "opening", "idle", "pool"));
        Assert.StartsWith("4 | 0 | 4 | 4 | 0 | database connections to 127.0.0.1:", pool, StringComparison.Ordinal);
        Assert.EndsWith(" (MySqlConnector)", pool, StringComparison.Ordinal);
    }

    [RedisFact]
    public void Signal_RedisThatStandsStill_CommandsInFlightAgree()
    {
        using var server = new RedisServer();
        var port = server.Port.ToString(CultureInfo.InvariantCulture);

        var report = ZooReport.Of("redis", [port], change: zoo =>
        {
            zoo.Output.WaitFor(static line => line == "connected", Limits.Start, zoo);
            server.Stop();
            zoo.Send("go");
        });

        Assert.Contains(
            $"0 | 11 | commands of the Redis connection (in use: in flight; waiting: in the backlog) to 127.0.0.1:{port}/Interactive (StackExchange.Redis)",
            report.Rows("Calls Out", "pools", "waiting", "in use", "pool"));
    }
}
