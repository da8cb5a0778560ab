using System.Runtime.InteropServices;

namespace Scenarios.Sick;

/// <summary>Starts programs by a native library that never waits for their end.</summary>
internal sealed partial class BackupService : BackgroundService
{
    private int _started;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var volume = 0; volume < 15; volume++)
        {
            StartBackup();
        }

        Ready.When(() => _started == 15);
        return Task.CompletedTask;
    }

    private void StartBackup()
    {
        if (Spawn(out _, "true", 0, 0, ["true", null], [null]) == 0)
        {
            _started++;
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int processId, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);
}
