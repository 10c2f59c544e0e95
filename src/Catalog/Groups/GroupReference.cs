using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>Names one organization or group.</summary>
internal sealed record GroupReference([Required, Doc("Id or name.", Example = "\"dinas-kesehatan\"")] string Id);
