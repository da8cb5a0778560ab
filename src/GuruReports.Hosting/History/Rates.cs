using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.History;

/// <summary>Makes rates of counts that only grow.</summary>
internal sealed class Rates
{
    private readonly double[] _last = CreateUnknown();

    /// <summary>Returns by how much a count grew in a second; NaN where that is not known, or where it fell.</summary>
    /// <param name="measure">Whose count it is.</param>
    /// <param name="count">The count; null where it is not known.</param>
    /// <param name="passed">The time since it was asked last.</param>
    public float PerSecond(Measure measure, double? count, TimeSpan passed)
    {
        var last = _last[(int)measure];
        _last[(int)measure] = count ?? double.NaN;
        return count >= last && passed > TimeSpan.Zero ? (float)((count.Value - last) / passed.TotalSeconds) : float.NaN;
    }

    private static double[] CreateUnknown()
    {
        var unknown = new double[MeasureDefinition.Count];
        Filling.With<double>(unknown, double.NaN);
        return unknown;
    }
}
