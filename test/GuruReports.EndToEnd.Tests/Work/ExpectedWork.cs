using System.Globalization;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.EndToEnd.Tests.Work;

/// <summary>The work that the zoo keeps in flight, as reports say it.</summary>
internal static class ExpectedWork
{
    private const string Services = "GuruReports.WebZoo.Services.";

    /// <summary>Count, noun, name; what it waits for; where it stands.</summary>
    private static IReadOnlyList<string> Lines(bool isMany) =>
    [
        $"{(isMany ? 240 : 30)} request GET /orders/{{id}} | awaiting SemaphoreSlim.WaitAsync | async {Services}Orders.LoadAsync",
        $"{(isMany ? 150 : 20)} request POST /orders | awaiting TaskCompletionSource | async {Services}Orders.PlaceAsync",
        $"{(isMany ? 50 : 4)} request GET /files/* (no endpoint) | awaiting TaskCompletionSource | async {Services}ZooServer.LoseAsync",
        $"3 request GET /stock/{{id:int}} | waiting on an event | {Services}StockController.Count(Int32)",
        $"2 request GET /stock/small | Thread.Sleep | {Services}StockController.Small()",
        $"1 request GET /left | awaiting TaskCompletionSource | async {Services}ZooServer.LeftAsync",
        $"{(isMany ? 25 : 5)} gRPC call /zoo.Keeper/Feed | awaiting TaskCompletionSource | async {Services}Keeper.Feed",
        $"{(isMany ? 15 : 3)} gRPC stream /zoo.Keeper/Watch | awaiting TaskCompletionSource | async {Services}Keeper.Watch",
        $"2 hub invocation {Services}ChatHub.Feed | awaiting TaskCompletionSource | async {Services}ChatHub.Feed",
        $"{(isMany ? 11 : 4)} open connection GET /ws | awaiting | async {Services}ZooServer.ListenAsync",
        "3 open connection GET /chat | awaiting | ",
        $"1 activity Import stock | awaiting TaskCompletionSource | async {Services}Background.ImportAsync",
        $"3 activity Export {{id}} | awaiting TaskCompletionSource | async {Services}Background.ExportAsync",
        $"1 activity left by an HTTP request that has ended | awaiting TaskCompletionSource | async {Services}Orders.ForgetAsync",
        $"1 timer callback {Services}Background.OnTick(Object) | waiting on an event | {Services}Background.OnTick(Object)",
        $"1 work item {Services}Background.Work() | waiting on an event | {Services}Background.Work()",
        $"1 background service {Services}Blocked | waiting on an event | {Services}Blocked.ExecuteAsync(CancellationToken)",
        $"1 background service {Services}Sweeper | awaiting PeriodicTimer every 1 h | async {Services}Sweeper.ExecuteAsync",
    ];

    public static IReadOnlyList<string> Differences(IReadOnlyList<StackGroup> groups, bool isMany = false)
    {
        var (expected, told) = (Lines(isMany), groups.Select(Line).ToList());
        return [.. expected.Except(told).Select(static line => "missing: " + line), .. told.Except(expected).Select(static line => "not expected: " + line)];
    }

    private static string Line(StackGroup group)
    {
        var waits = group.Remarks.Single(static remark => !IsTime(remark) && !remark.Contains("gone", StringComparison.Ordinal));

        // What the framework reads of a connection with is not the zoo's to say.
        waits = group.Noun == "open connection" ? waits.Split(' ')[0] : waits;
        return string.Create(CultureInfo.InvariantCulture, $"{group.Count} {group.Noun} {group.State} | {waits} | {(group.Frames.Count == 0 ? "" : group.Frames[0].Method)}");
    }

    private static bool IsTime(string remark) =>
        remark.StartsWith("for ", StringComparison.Ordinal) || remark.StartsWith("oldest ", StringComparison.Ordinal) || remark.EndsWith(" ago too", StringComparison.Ordinal);
}
