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

        ZooReport.AssertTold(
            "sqlite",
            [file],
            $"""
            4 | no limit | 0 | database connections to {file} (Microsoft.Data.Sqlite)
            held:
            1 | # "late-writer" in SqliteState.Wait()
            1 | # "late-writer" in SqliteState.Wait()
            1 | SqliteState.BrowseAsync, awaiting Task.Delay
            1 | SqliteState.WriteAsync, awaiting Task.Delay; in a transaction
            calls:
            2 | executing | update Orders set Note = ? where Id = ?
            contexts:
            2 | 0 | 30 | 25 | SqliteState+ShopContext
            """,
            static report =>
            [
                .. report.Rows("Calls Out", "pools", "in use", "most", "idle", "pool"),
                "held:", .. report.Rows("Calls Out", "holders", "count", "held by"),
                "calls:", .. report.Rows("Calls Out", "calls", "count", "state", "call"),
                "contexts:", .. report.Rows("Calls Out", "database contexts", "count", "pooled", "entities tracked", "by one", "context"),
            ]);
    }

    [Fact]
    public void Signal_MySqlThatSaysNothing_OpeningAndWaitingAgree() => ZooReport.AssertTold(
        "silent-databases",
        [],
        "4 | 0 | 4 | 4 | 0 | database connections to 127.0.0.1:port (MySqlConnector)",
        static report => report.Rows("Calls Out", "pools", "waiting", "in use", "most", "opening", "idle", "pool"));

    [Fact]
    public void Signal_MySqlPoolThatHasLentAll_HoldersAndWaitingAgree() => AssertLent("mysql", "127.0.0.1:port (MySqlConnector)");

    [CultureTheory]
    [InlineData("sqlserver")]
    [InlineData("sqlserver-new-pool")]
    public void Signal_SqlServerPoolThatHasLentAll_HoldersAndWaitingAgree(string state) => AssertLent(state, "tcp:127.0.0.1:port (Microsoft.Data.SqlClient)");

    [RedisFact]
    public void Signal_RedisThatStandsStill_CommandsInFlightAgree()
    {
        using var server = new RedisServer();
        var port = server.Port.ToString(CultureInfo.InvariantCulture);

        ZooReport.AssertTold(
            "redis",
            [port],
            "0 | 11 | commands of the Redis connection (in use: in flight; waiting: in the backlog) to 127.0.0.1:port/Interactive (StackExchange.Redis)",
            static report => report.Rows("Calls Out", "pools", "waiting", "in use", "pool").Where(static line => line.Contains("/Interactive", StringComparison.Ordinal)),
            zoo =>
            {
                zoo.Output.WaitFor(static line => line == "connected", Limits.Start, zoo);
                server.Stop();
                zoo.Send("go");
            });
    }

    private static void AssertLent(string state, string peer)
    {
        var report = ZooReport.AssertTold(
            state,
            [],
            $"""
            3 | 4 | 4 | 0 | 0 | database connections to {peer}
            held:
            1 | nobody: no call in flight has it
            3 | LentDatabaseState.ImportAsync, awaiting Task.Delay
            """,
            static report =>
            [
                .. report.Rows("Calls Out", "pools", "waiting", "in use", "most", "opening", "idle", "pool"),
                "held:", .. report.Rows("Calls Out", "holders", "count", "held by"),
            ]);

        var finding = report.Finding("GURU040");
        Assert.Contains("held by: 3 × async GuruReports.LibraryZoo.LentDatabaseState.ImportAsync", finding, StringComparison.Ordinal);
        Assert.Contains("held by: 1 × nobody", finding, StringComparison.Ordinal);
    }
}
