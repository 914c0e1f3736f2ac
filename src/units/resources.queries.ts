import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byFlag, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { columnOf } from './key.pipe.ts';
import { resourceKinds, resourceStatuses } from './resource.entity.ts';
import { ResourceView, type ResourceRow } from './resource.view.ts';

const exact = (column: string) => `trim_scale(r.${column})::text`;
const isCalibrated = `case when r.kind in ('scale', 'weighbridge') then coalesce(r.calibration_expires_at > clock_timestamp(), false) end`;

export const resourceList: ListSpec<ResourceRow, ResourceView> = {
  name: 'resources',
  select: `r.id, r.version, r.code, r.kind, r.name, u.code as unit, r.status, r.registration, r.calibrated_on as "calibratedOn",
    r.calibration_expires_at as "calibrationExpiresAt", ${isCalibrated} as "isCalibrated", r.calibration_certificate as "calibrationCertificate",
    ${exact('capacity_grams')} as capacity, ${exact('resolution_grams')} as resolution, ${exact('expanded_uncertainty_grams')} as "expandedUncertainty",
    ${exact('coverage_factor')} as "coverageFactor", r.programme`,
  from: 'resources r join units u on u.id = r.unit_id',
  filters: {
    q: byWords(`position(tamga.fold($::text) in tamga.fold(concat_ws(' ', r.code, r.name, r.registration))) > 0`, 'Part of the code, the name or the registration'),
    kind: oneOf('r.kind', resourceKinds), unit: byCode('u.code'), status: oneOf('r.status', resourceStatuses), isCalibrated: byFlag(isCalibrated),
  },
  order: { column: 'r.code', type: 'text', descending: false, id: 'r.id' },
  view: ResourceView.of,
  columns: ['code', 'kind', 'name', 'unit', 'status', 'registration', 'calibratedOn', 'calibrationExpiresAt', 'calibrationCertificate', 'capacity', 'resolution',
    'expandedUncertainty', 'coverageFactor', 'programme', 'id'],
};

@Injectable()
export class ResourcesQueries {
  constructor(private readonly reads: Reads) {}

  async one(actor: Actor, key: string): Promise<ResourceView> {
    const column = columnOf(key);
    const [row] = await this.reads.rows<ResourceRow>(actor, `resources.one.${column}`, `select ${resourceList.select} from ${resourceList.from} where r.${column} = $1`, [key]);
    if (!row) throw notFound();
    return ResourceView.of(row);
  }
}
