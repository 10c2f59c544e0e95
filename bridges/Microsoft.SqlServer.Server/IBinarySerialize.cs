namespace Microsoft.SqlServer.Server;

/// <summary>A user-defined type that serializes itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}
