using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace GuruReports.SnapshotTarget;

/// <summary>A web service in this process with its own clients, and threads that keep the collector busy.</summary>
internal sealed class LoadedService : IDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _threads = [];
    private long _answered;
    private long _failed;

    public LoadedService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapGet("/{number:int}", (int number) => Work(number));
        _application.StartAsync().GetAwaiter().GetResult();
        Start(Collect);
        Start(Call);
        Start(Call);
        Start(RunChildren);
    }

    public long Answered => Interlocked.Read(ref _answered);

    public long Failed => Interlocked.Read(ref _failed);

    public string? FirstFailure { get; private set; }

    /// <summary>Children that the service itself started.</summary>
    public int OwnChildren { get; private set; }

    /// <summary>Those of them whose exit the service did not learn of as it should.</summary>
    public int LostChildren { get; private set; }

    /// <summary>Ends the load.</summary>
    public void Stop()
    {
        _stop.Cancel();
        _threads.ForEach(thread => thread.Join());
        _threads.Clear();
    }

    public void Dispose()
    {
        Stop();
        _application.StopAsync().GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private static async Task<string> Work(int number)
    {
        await Task.Yield();
        var text = Enumerable.Range(0, 200).Select(value => (value * number).ToString(CultureInfo.InvariantCulture)).ToArray();
        await Task.Delay(1);
        return text[number % text.Length];
    }

    private void Start(Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
    }

    // Some thirty collections a second, and pauses in between: without them the helper would mostly wait for a processor.
    private void Collect()
    {
        var kept = new object[2000];
        for (var number = 0; !_stop.IsCancellationRequested; number++)
        {
            kept[number % kept.Length] = new byte[number % 5000 + 100];
            if (number % 20_000 == 0)
            {
                GC.Collect(number % 60_000 == 0 ? 2 : 0, GCCollectionMode.Forced, blocking: number % 40_000 == 0);
                _stop.Token.WaitHandle.WaitOne(20);
            }
        }
    }

    // Starting the helper must neither disturb the runtime's own handling of children nor take an exit status from it.
    private void RunChildren()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var child = Process.Start("/bin/sh", ["-c", "exit 7"]);
            OwnChildren++;
            LostChildren += child.WaitForExit(30_000) && child.ExitCode == 7 ? 0 : 1;
            _stop.Token.WaitHandle.WaitOne(50);
        }
    }

    // A client for every hundred requests: connections are opened and closed while images live.
    private void Call()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = new HttpClient { BaseAddress = new Uri(_application.Urls.First()), Timeout = TimeSpan.FromSeconds(30) };
            for (var number = 0; number < 100 && !_stop.IsCancellationRequested; number++)
            {
                try
                {
                    var answer = client.GetStringAsync(new Uri(number.ToString(CultureInfo.InvariantCulture), UriKind.Relative)).GetAwaiter().GetResult();
                    Interlocked.Add(ref _answered, answer.Length > 0 ? 1 : 0);
                }
                catch (HttpRequestException exception)
                {
                    Interlocked.Increment(ref _failed);
                    FirstFailure ??= exception.Message;
                }
            }
        }
    }
}
