using System.Diagnostics;

namespace GuruReports.WebZoo.Services;

/// <summary>Work that no request asks for.</summary>
internal static class Background
{
    private static readonly ManualResetEventSlim s_never = new();
    private static Timer? s_timer;

    public static void Start()
    {
        s_timer = new Timer(OnTick, null, 0, Timeout.Infinite);
        _ = Task.Run(Work);
        _ = ImportAsync();
    }

    private static void OnTick(object? state)
    {
        Census.Enter();
        s_never.Wait();
    }

    private static void Work()
    {
        Census.Enter();
        s_never.Wait();
    }

    private static async Task ImportAsync()
    {
        using var activity = new Activity("Import stock").Start();
        Census.Enter();
        await ZooServer.Never;
    }
}
