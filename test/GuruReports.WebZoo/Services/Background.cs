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
        for (var number = 0; number < Census.Exports; number++)
        {
            _ = ExportAsync();
        }
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

    // Names that differ by an identifier alone, as many libraries give them.
    private static async Task ExportAsync()
    {
        using var activity = new Activity($"Export {Guid.NewGuid()}").Start();
        Census.Enter();
        await ZooServer.Never;
    }
}
