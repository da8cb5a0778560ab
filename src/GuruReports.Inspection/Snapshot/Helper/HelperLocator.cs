using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Finds the helper, and how to run it: as the machine code that it is, or on the very runtime that this service runs on.</summary>
internal static class HelperLocator
{
    private const string Plain = "any";

    // The C library of x64 starts programs that it may only read, too: packages and copies lose the mode of a file.
    private const string Loader = "/lib64/ld-linux-x86-64.so.2";

    // What the service's project chose to bring along, where it did: GuruReportsSnapshotHelper.
    private static readonly string? s_choice = AppContext.GetData("GuruReports.SnapshotHelper") as string;

    private static volatile bool s_cannotRunNative = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    public static HelperCommand? Find(string? directory, out string? reason)
    {
        var folders = directory ?? HelperFolder.Default;
        var form = Array.Find(Forms(), form => (!s_cannotRunNative || !ShippedHelper.IsNative(form)) && Directory.Exists(Path.Combine(folders, form))) ?? Plain;
        var folder = Path.Combine(folders, form);
        if (s_choice is not null && !Directory.Exists(folder))
        {
            reason = $"this service was published with GuruReportsSnapshotHelper={s_choice}, without a helper that could run here";
            return null;
        }

        if (ShippedHelper.IsNative(form))
        {
            reason = ShippedHelper.Check(folder, form);
            return reason is null ? Native(Path.Combine(folder, HelperFolder.Native)) : null;
        }

        // First whether it could run at all: a service whose helper could not is published without one.
        var program = Path.Combine(folder, HelperFolder.Hosted);
        reason = null;
        var command = SharedHost(program) ?? OwnHost(program, out reason);
        reason ??= ShippedHelper.Check(folder, form);
        return reason is null ? command : null;
    }

    /// <summary>Finds another form from now on, where the command was machine code that cannot run here: the C library is older than the one that it was linked with, or nothing may be executed there.</summary>
    /// <returns>Whether it was.</returns>
    public static bool LeaveNative(HelperCommand command)
    {
        s_cannotRunNative |= command.IsNative;
        return command.IsNative;
    }

    private static string[] Forms() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => ["x64", "musl-x64", Plain],
        Architecture.Arm64 => ["arm64", Plain],
        _ => [Plain],
    };

    private static HelperCommand Native(string program)
    {
        string[] arguments = DataAccessLibrary.Path is { } library ? [program, library] : [program];
        return !OperatingSystem.IsWindows() && File.GetUnixFileMode(program).HasFlag(UnixFileMode.OtherExecute)
            ? new HelperCommand(program, arguments, HelperEnvironment.Variables()) { IsNative = true }
            : new HelperCommand(Loader, [Loader, .. arguments], HelperEnvironment.Variables()) { IsNative = true };
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/ is the runtime, <root>/dotnet its host. The version is pinned: the
    // helper needs the data access library of exactly the service's runtime.
    private static HelperCommand? SharedHost(string program)
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');
        var framework = Path.GetDirectoryName(runtime) ?? "";
        var host = Path.GetFullPath(Path.Combine(framework, "../../dotnet"));
        return Path.GetFileName(framework) == "Microsoft.NETCore.App" && File.Exists(host)
            ? new HelperCommand(
                host,
                [host, "exec", "--fx-version", Path.GetFileName(runtime), "--runtimeconfig", Path.ChangeExtension(program, ".runtimeconfig.json"), program],
                HelperEnvironment.Variables())
            : null;
    }

    // A self-contained service brings its runtime, but no host that could run another program. Its own executable can,
    // through a startup hook, which ends the process before the service's Main. Where hooks are compiled out (trimming
    // does that), Main would run instead: a second service. So only where the runtime certainly honours them.
    private static HelperCommand? OwnHost(string program, out string? reason)
    {
        var host = Environment.ProcessPath;
        if (host is null || Path.GetDirectoryName(host) != AppContext.BaseDirectory.TrimEnd('/') || Path.GetFileName(host) == "dotnet")
        {
            reason = $"there is no dotnet host for the runtime in {RuntimeEnvironment.GetRuntimeDirectory()}, and the process was not started by a host of its own";
            return null;
        }

        if (AppContext.TryGetSwitch("System.StartupHookProvider.IsSupported", out var supported) && !supported)
        {
            reason = "this self-contained service was published without startup hooks (trimming turns them off), and there is no other way to start the helper; publish untrimmed, or framework-dependent";
            return null;
        }

        reason = null;
        return new HelperCommand(host, [host], [.. HelperEnvironment.Variables(), "DOTNET_STARTUP_HOOKS=" + program, HelperEnvironment.Mark]);
    }
}
