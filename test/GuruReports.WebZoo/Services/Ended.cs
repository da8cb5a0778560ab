using System.Diagnostics;

namespace GuruReports.WebZoo.Services;

/// <summary>Work that has ended, with its activities kept: twelve batches within the last minute, four of them failed, and what does not count.</summary>
internal static class Ended
{
    public const int Batches = 12;
    public const int Failed = 4;

    private static readonly ActivitySource s_source = new("WebZoo");
    private static readonly List<Activity> s_kept = [];

    /// <summary>Keeps what the zoo's own source and the server end, with all its data.</summary>
    public static void Listen() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = static source => source.Name is "WebZoo" or "Microsoft.AspNetCore",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStopped = static activity =>
        {
            lock (s_kept)
            {
                s_kept.Add(activity);
            }
        },
    });

    /// <summary>Tags the request's activity as OpenTelemetry's instrumentation does.</summary>
    public static IResult Told(string route, IResult result, int code)
    {
        Activity.Current!.SetTag("http.request.method", "GET").SetTag("http.route", route).SetTag("http.response.status_code", code).SetTag("url.query", "canary-work-tag");
        return result;
    }

    /// <summary>Begins and ends it, for nobody.</summary>
    public static async Task RunAsync()
    {
        Task run;
        using (ExecutionContext.SuppressFlow())
        {
            run = Task.Run(Run);
        }

        await run;
    }

    private static void Run()
    {
        for (var i = 0; i < Batches; i++)
        {
            using var batch = s_source.StartActivity("Import batch")!;
            using (var part = s_source.StartActivity("Read rows"))
            {
                GC.KeepAlive(part);
            }

            using (var call = s_source.StartActivity("Ask the warehouse", ActivityKind.Client))
            {
                GC.KeepAlive(call);
            }

            if (i < Failed)
            {
                batch.SetStatus(ActivityStatusCode.Error, "canary-work-status");
            }
        }

        using var old = s_source.StartActivity("Import of last week")!;
        old.SetStartTime(DateTime.UtcNow.AddHours(-2)).SetEndTime(DateTime.UtcNow.AddMinutes(-10));
    }
}
