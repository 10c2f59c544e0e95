using System.Buffers;
using System.Text.Json;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Activities;

/// <summary>Notes who did what, in the transaction of the change itself; writes nothing while <c>ckan.activity_streams_enabled</c> is off.</summary>
public sealed class ActivityLog(CatalogContext context, CkanSettings settings, TimeProvider clock)
{
    /// <summary>CKAN's user id of activities of anonymous callers.</summary>
    public const string NotLoggedIn = "not logged in";

    /// <summary>Adds one activity.</summary>
    /// <param name="activityType">Such as <c>new package</c>, <c>changed organization</c>, <c>deleted group</c>, <c>new user</c>.</param>
    /// <param name="objectId">Id of what was changed.</param>
    /// <param name="kind">Key of the object in the activity's <c>data</c>: package, group (organizations too), user, follower ...</param>
    /// <param name="objectJson">The object after the change as one JSON object in UTF-8; copied. Empty keeps no data.</param>
    /// <param name="labels">Permission labels, separated by blanks: a reader of lists needs one of them. Null for what is not a dataset.</param>
    public void Record(
        Caller caller, string activityType, string objectId, string kind, ReadOnlyMemory<byte> objectJson, string? labels = null)
    {
        if (!settings.Flag("ckan.activity_streams_enabled"))
        {
            return;
        }

        context.Activities.Add(new Activity
        {
            Id = Guid.CreateVersion7().ToString(),
            Timestamp = clock.Now(),
            UserId = caller.UserId ?? NotLoggedIn,
            ObjectId = objectId,
            ActivityType = activityType,
            Data = objectJson.IsEmpty ? null : Data(caller, kind, objectJson),
            Labels = labels,
        });
    }

    private static byte[] Data(Caller caller, string kind, ReadOnlyMemory<byte> objectJson)
    {
        var buffer = new ArrayBufferWriter<byte>(objectJson.Length + 100);
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WritePropertyName(kind);
            json.WriteRawValue(objectJson.Span, skipInputValidation: true);
            json.WriteString("actor", caller.Name);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
