using System.Globalization;
using GuruReports.Testing;

namespace GuruReports.SnapshotTarget;

/// <summary>The child processes of this one, zombies included.</summary>
internal static class Children
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>The images: children that run this very executable on one thread and have no child, as the helper's parent has.</summary>
    public static List<int> Images()
    {
        var own = All().Where(child => IsOwnExecutable(child) && Threads(child) == 1).ToList();
        return [.. own.Where(static child => Of(child).Count == 0)];
    }

    /// <summary>The helpers, which are children of a child.</summary>
    public static List<int> Helpers() => [.. All().SelectMany(Of).Concat(All()).Where(child => CommandLine(child).Contains("SnapshotReader", StringComparison.Ordinal))];

    public static List<int> All() => Of(Environment.ProcessId);

    /// <summary>The process that a helper is a child of.</summary>
    public static string ParentOf(int process) => Parent(process) ?? "";

    private static List<int> Of(int parent)
    {
        var own = parent.ToString(CultureInfo.InvariantCulture);
        var children = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id) && Parent(id) == own)
            {
                children.Add(id);
            }
        }

        return children;
    }

    /// <summary>Waits until there is none left; the tear-down of an image is not part of a snapshot's time.</summary>
    public static int AfterTearDown()
    {
        Until.True(() => All().Count == 0, s_limit, () => $"Children are left: {string.Join(' ', All().Select(CommandLine))}");
        return 0;
    }

    /// <summary>Waits for the image and the helper of the session that is under way, until the helper has been told of the image.</summary>
    public static (int Image, int Helper) WaitForBoth() => Until.Found(
        static () => Helpers().SelectMany(helper => Images().Where(image => HasMemory(helper, image)).Select(image => ((int, int)?)(image, helper))).FirstOrDefault(),
        s_limit,
        static () => "no image appeared");

    private static bool HasMemory(int helper, int image) =>
        OtherProcess.List(helper, "fd").Any(descriptor => OtherProcess.Target(helper, $"fd/{descriptor}") == OtherProcess.PathOf(image, "mem"));

    private static bool IsOwnExecutable(int process) =>
        CommandLine(process) is { Length: > 0 } line && line == CommandLine(Environment.ProcessId);

    private static int Threads(int process) => OtherProcess.List(process, "task").Count;

    private static string? Parent(int process) => OtherProcess.Fields(process) is [_, var parent, ..] ? parent : null;

    private static string CommandLine(int process) => OtherProcess.Read(process, "cmdline") ?? "";
}
