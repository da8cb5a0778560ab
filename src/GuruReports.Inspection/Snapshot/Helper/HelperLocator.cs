using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Finds the helper and how to run it on the very runtime that this service runs on.</summary>
internal static class HelperLocator
{
    private const string Plain = "any";

    public static HelperCommand? Find(string? directory, out string? reason)
    {
        var variant = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => Plain,
        };

        // An output for no machine in particular has the precompiled form of the kind that built it, and the plain one for all others.
        var folders = directory ?? HelperFolder.Default;
        variant = Directory.Exists(Path.Combine(folders, variant)) || !Directory.Exists(Path.Combine(folders, Plain)) ? variant : Plain;
        var folder = Path.Combine(folders, variant);
        reason = ShippedHelper.Check(folder, variant);
        if (reason is not null)
        {
            return null;
        }

        var program = Path.Combine(folder, HelperFolder.Program);
        return SharedHost(program) ?? OwnHost(program, out reason);
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
