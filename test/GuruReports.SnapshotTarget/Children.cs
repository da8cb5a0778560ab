using System.Globalization;
using GuruReports.Testing;

namespace GuruReports.SnapshotTarget;

/// <summary>The child processes of this one, zombies included.</summary>
internal static class Children
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>The images: children that run this very executable on one thread and have no child, as the helper's parent has.</summary>
    public static List<int> Images() => ImagesIn(ByParent());

    public static List<int> All() => [.. ByParent()[Environment.ProcessId]];

    /// <summary>The process that a helper is a child of.</summary>
    public static int? ParentOf(int process) => OtherProcess.Fields(process) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : null;

    /// <summary>Waits until there is none left; the tear-down of an image is not part of a snapshot's time.</summary>
    public static int AfterTearDown()
    {
        Until.True(() => All().Count == 0, s_limit, () => $"Children are left: {string.Join(' ', All().Select(CommandLine))}");
        return 0;
    }

    /// <summary>Waits for the image and the helper of the session that is under way, until the helper has been told of the image.</summary>
    public static (int Image, int Helper) WaitForBoth() => Until.Found(FindBoth, s_limit, static () => "no image appeared");

    // One look at all processes: it has to be over while the helper still reads.
    private static (int Image, int Helper)? FindBoth()
    {
        var all = ByParent();
        var pairs = ImagesIn(all).SelectMany(image => HelpersIn(all).Where(helper => HasMemory(helper, image)).Select(helper => ((int, int)?)(image, helper)));
        return pairs.FirstOrDefault();
    }

    private static List<int> ImagesIn(ILookup<int?, int> all) =>
        [.. all[Environment.ProcessId].Where(child => !all.Contains(child) && IsOwnExecutable(child) && OtherProcess.List(child, "task").Count == 1)];

    // The helpers are children of a child, or where that is not possible, children.
    private static IEnumerable<int> HelpersIn(ILookup<int?, int> all) => all[Environment.ProcessId].SelectMany(child => all[child].Append(child))
        .Where(process => CommandLine(process).Contains("SnapshotReader", StringComparison.Ordinal));

    private static bool HasMemory(int helper, int image) =>
        OtherProcess.List(helper, "fd").Any(descriptor => OtherProcess.Target(helper, $"fd/{descriptor}") == OtherProcess.PathOf(image, "mem"));

    private static ILookup<int?, int> ByParent() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0)
        .ToLookup(ParentOf);

    private static bool IsOwnExecutable(int process) =>
        CommandLine(process) is { Length: > 0 } line && line == CommandLine(Environment.ProcessId);

    private static string CommandLine(int process) => OtherProcess.Read(process, "cmdline") ?? "";
}
