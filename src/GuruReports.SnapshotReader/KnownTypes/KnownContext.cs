namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>What tracks the objects of a database context.</summary>
internal sealed record KnownContext : KnownType
{
    public override string Part => "CallsOut";

    public override string Tells => "contexts";
}
