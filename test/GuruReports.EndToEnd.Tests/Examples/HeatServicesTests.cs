using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.EndToEnd.Tests.Libraries;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Examples;

/// <summary>The product of five services: the sick one names its cause, the others have nothing to complain of.</summary>
public sealed class HeatServicesTests
{
    [ToolFact("curl")]
    public void Script_EngineIsStuck_EachReportsAndTheEngineSaysWhy()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

        var run = Command.Run("env", "CONFIGURATION=" + configuration, Repository.PathOf("examples", "HeatServices", "run.sh"), "--no-build");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("DEADLOCK  2 threads wait for each other", run.Output, StringComparison.Ordinal);
        foreach (var service in new[] { "heat-api", "heat-api-cfn", "heat-api-cloudwatch", "heat-engine", "heat-all" })
        {
            Assert.Contains($"=== {service}: GuruMeditation: report ", run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("2 of 5 stacks are in progress", run.Output, StringComparison.Ordinal);
        Assert.Contains("Stack Locks (heat-engine)", run.Output, StringComparison.Ordinal);
    }

    [RedisFact]
    public void Services_QueueInRedis_EngineMakesTheStackAndReportsTheQueue()
    {
        using var redis = new RedisServer();
        using var folder = new ReportDirectory();
        using var client = new HttpClient();
        var port = PostgresServer.FreePort();
        var settings = new Dictionary<string, string>
        {
            ["Heat__Database"] = $"Data Source={Path.Combine(folder.Path, "heat.db")}",
            ["Heat__Redis"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{redis.Port}"),
            ["Heat__PortBase"] = (port - 4).ToString(CultureInfo.InvariantCulture),
        };
        using var api = Start("HeatApi", settings);
        using var engine = Start("HeatEngine", settings);
        var stacks = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v1/stacks");

        _ = Send(client, HttpMethod.Post, stacks + "/web");
        Until.True(() => Send(client, HttpMethod.Get, stacks).Contains("CREATE_COMPLETE", StringComparison.Ordinal), Limits.Start, () => "the stack is not made");
        var report = engine.SignalAndWait();

        Assert.Contains("operations wait in Redis", report, StringComparison.Ordinal);
    }

    // One after the other: each makes the tables that are missing.
    private static ChildService Start(string program, IReadOnlyDictionary<string, string> settings)
    {
        var service = ChildService.StartProgram(Programs.Find("examples/HeatServices", program), [], settings);
        service.Output.WaitFor(line => line.Contains("Application started", StringComparison.Ordinal), Limits.Start, service);
        return service;
    }

    private static string Send(HttpClient client, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = client.Send(request);
        using var content = new StreamReader(response.EnsureSuccessStatusCode().Content.ReadAsStream());
        return content.ReadToEnd();
    }
}
